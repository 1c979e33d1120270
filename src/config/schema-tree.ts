import type { JsonSchema } from "../schema/json-schema.ts";
import { readSchemaFile } from "../schema/schema-file.ts";
import { type Path, at } from "./tree.ts";

let root: JsonSchema | undefined;

/** The part of the configuration's schema that describes a path. */
export function schemaAt(path: Path): JsonSchema | undefined {
  root ??= readSchemaFile("tool/configuration.schema.json");
  return path.reduce<JsonSchema | undefined>(inside, root);
}

/** Names that may stand at a path; none where anything may, or nothing. */
export function namesAt(path: Path): readonly string[] {
  return Object.keys(schemaAt(path)?.properties ?? {});
}

/** Turns the text of a flag or variable into what its key asks for, where that is a number or a truth value. */
export function convert(text: string, path: Path): unknown {
  const types = new Set([schemaAt(path)?.type ?? []].flat());
  if (types.has("boolean") && /^(true|false)$/.test(text)) return text === "true";
  const numeric = types.has("number") || types.has("integer");
  return numeric && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** Every path that the schema names and that ends in a name: where a key at the wrong level belongs. */
export function pathsEndingIn(name: string, around: Path = []): Path[] {
  return namesAt(around).flatMap((inner) => {
    const path = around.concat(inner);
    const deeper = pathsEndingIn(name, path);
    const found: Path[] = inner === name ? [path] : [];
    return found.concat(deeper);
  });
}

function inside(schema: JsonSchema | undefined, step: string): JsonSchema | undefined {
  if (schema === undefined) return undefined;
  const { properties = {}, items } = schema;
  const inner = Object.hasOwn(properties, step) ? properties[step] : /^\d+$/.test(step) ? items : undefined;
  return inner === undefined ? undefined : follow(inner);
}

function follow(schema: JsonSchema): JsonSchema {
  const reference = schema.$ref?.split("/").slice(1);
  return reference === undefined ? schema : { ...(at(root, reference) as JsonSchema), ...schema };
}
