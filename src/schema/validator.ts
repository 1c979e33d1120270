import { createRequire } from "node:module";
import { posix } from "node:path";
import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { remembered } from "../model/index.ts";
import { decimals } from "./decimals.ts";
import { filesReferredTo, readSchemaFile } from "./schema-file.ts";

const load = createRequire(import.meta.url);
const compiled = new Map<string, ValidateFunction>();
let shared: Ajv2020 | undefined;

/** What a value breaks in a schema file, as ajv tells it. A schema is compiled at its first use. */
export function errorsOf(path: string, value: unknown): readonly ErrorObject[] {
  const validate = compiled.get(path) ?? compile(path);
  return validate(value) ? [] : (validate.errors ?? []);
}

function compile(path: string): ValidateFunction {
  shared ??= createAjv();
  add(shared, path);
  const validate = shared.getSchema(uri(path));
  if (validate === undefined) throw new Error(`schemas/${path} does not compile`);
  compiled.set(path, validate as ValidateFunction);
  return validate as ValidateFunction;
}

// Loaded at the first check: `--version` and `--help` should not wait for a validator.
function createAjv(): Ajv2020 {
  const ajvModule = load("ajv/dist/2020.js") as typeof import("ajv/dist/2020.js");
  const formats = load("ajv-formats") as typeof import("ajv-formats");
  const ajv = new ajvModule.Ajv2020({
    strict: true,
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    // Tests see to it that the files are schemas: to see it again would take nearly as long as to compile them.
    validateSchema: false,
    meta: false,
  });
  formats.default(ajv);
  const instant = formats.default.get("date-time") as { validate(text: string): boolean };
  // Instants take long to judge, and page after page shows the same.
  ajv.addFormat("date-time", remembered(instant.validate, 50));
  ajv.addVocabulary(["x-source", "x-level", "x-levels", "x-expected"]);
  ajv.addKeyword({
    keyword: "x-max-decimals",
    type: "number",
    schemaType: "number",
    validate: (most: number, value: number) => decimals(value) <= most,
  });
  // ajv's own counts the characters of every text to its end, where most must only not be empty.
  ajv.removeKeyword("minLength");
  ajv.addKeyword({
    keyword: "minLength",
    type: "string",
    schemaType: "number",
    validate: hasCharacters,
  });
  return ajv;
}

/** Whether a text has so many code points; of its UTF-16 units, one or two make each. */
function hasCharacters(least: number, text: string): boolean {
  return text.length >= 2 * least || (text.length >= least && [...text].length >= least);
}

/** Only what the schema needs is read, so that one check does not pay for all schemas. */
function add(ajv: Ajv2020, path: string): void {
  if (ajv.schemas[uri(path)] !== undefined) return;
  const schema = readSchemaFile(path);
  ajv.addSchema(schema, uri(path));
  for (const file of filesReferredTo(schema)) add(ajv, posix.join(posix.dirname(path), file));
}

// An absolute URI, because ajv resolves relative references against it; nothing is ever fetched.
function uri(path: string): string {
  return `file:///schemas/${path}`;
}
