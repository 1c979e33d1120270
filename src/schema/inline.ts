import { posix } from "node:path";
import type { JsonSchema } from "./json-schema.ts";
import { readSchemaFile } from "./schema-file.ts";
import type { WireSchema } from "./schema-name.ts";

/** A wire schema as its file has it. */
export function wireSchema(name: WireSchema): JsonSchema {
  return readSchemaFile(`wire/${name}.schema.json`);
}

/** A wire schema with its references replaced by what they point to, for those who walk it. */
export function inlinedWireSchema(name: WireSchema): JsonSchema {
  return inline(wireSchema(name), `wire/${name}.schema.json`) as JsonSchema;
}

function inline(node: unknown, file: string): unknown {
  if (Array.isArray(node)) return node.map((part: unknown) => inline(part, file));
  if (typeof node !== "object" || node === null) return node;
  const parts = Object.entries(node).map(([keyword, value]) => [keyword, inline(value, file)] as const);
  const { $ref: reference, ...rest } = Object.fromEntries(parts);
  return typeof reference === "string" ? { ...follow(reference, file), ...rest } : rest;
}

function follow(reference: string, from: string): object {
  const [path = "", pointer = ""] = reference.split("#");
  const file = path === "" ? from : posix.join(posix.dirname(from), path);
  let target: unknown = readSchemaFile(file);
  for (const step of pointer.split("/").slice(1)) target = member(target, step);
  return inline(target, file) as object;
}

function member(node: unknown, name: string): unknown {
  return (node as Readonly<Record<string, unknown>>)[name];
}
