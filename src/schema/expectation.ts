import type { ErrorObject } from "ajv/dist/2020.js";
import type { JsonSchema } from "./json-schema.ts";
import { count, either, nameTypes } from "./wording.ts";

type Phrase = (schema: JsonSchema, limit: number) => string;

const phrases: Readonly<Record<string, Phrase>> = {
  type: ({ type }) => nameTypes(type ?? []),
  const: (schema) => JSON.stringify(schema.const),
  enum: (schema) => either((schema.enum ?? []).map((choice) => JSON.stringify(choice))),
  not: () => "absent",
  "false schema": () => "absent",
  minLength: (_, limit) =>
    limit === 1 ? "a string that is not empty" : `${count(limit, "character")} or more`,
  maxLength: (_, limit) => `${count(limit, "character")} at most`,
  minItems: (_, limit) => (limit === 1 ? "an array that is not empty" : `${count(limit, "item")} or more`),
  maxItems: (_, limit) => `${count(limit, "item")} at most`,
  uniqueItems: () => "an array without repetitions",
  minimum: (_, limit) => `${limit} or more`,
  maximum: (_, limit) => `${limit} at most`,
  exclusiveMinimum: (_, limit) => `more than ${limit}`,
  exclusiveMaximum: (_, limit) => `less than ${limit}`,
  "x-max-decimals": (_, limit) => `a number with ${count(limit, "decimal")} at most`,
  pattern: (schema) => schema["x-expected"] ?? `a string that matches ${schema.pattern}`,
  format: (schema) => schema["x-expected"] ?? `a well-formed ${schema.format}`,
};

/** What the broken keyword asks for, as the words after "must be", or a verb with "to". */
export function expectation(error: ErrorObject): string {
  const phrase = phrases[error.keyword];
  if (phrase === undefined) return `to obey the schema (${error.message ?? error.keyword})`;
  return phrase((error.parentSchema ?? {}) as JsonSchema, Number(error.schema));
}

/** Those of whose demand "has to be" would be no good English. */
const demands: Readonly<Record<string, Phrase>> = {
  required: () => "has to be there",
  minLength: (_, limit) =>
    limit === 1 ? "has to be a string that is not empty" : `has to have ${count(limit, "character")} or more`,
  maxLength: (_, limit) => `may have ${count(limit, "character")} at most`,
  minItems: (_, limit) =>
    limit === 1 ? "has to be an array that is not empty" : `has to have ${count(limit, "item")} or more`,
  maxItems: (_, limit) => `may have ${count(limit, "item")} at most`,
  maximum: (_, limit) => `may be ${limit} at most`,
  "x-max-decimals": (_, limit) => `may have ${count(limit, "decimal")} at most`,
};

/** What a keyword asks of a member, as the words after its name: "may have 100 characters at most". */
export function demandOf(schema: JsonSchema, keyword: string): string {
  const limit = Number((schema as Readonly<Record<string, unknown>>)[keyword]);
  const demand = demands[keyword]?.(schema, limit);
  return demand ?? `has to be ${phrases[keyword]?.(schema, limit) ?? keyword}`;
}
