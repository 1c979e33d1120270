import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { JsonSchema } from "./json-schema.ts";

const { resolve } = createRequire(import.meta.url);

/** A schema that is not among our files: a defect of ours, never the target's. */
export class SchemaNotFoundError extends Error {
  override readonly name = "SchemaNotFoundError";
  readonly code = "SCHEMA_NOT_FOUND";
  readonly hint = "The package may be incomplete; install it again.";

  constructor(path: string, cause: unknown) {
    super(`There is no schema at schemas/${path}.`, { cause });
  }
}

/**
 * Reads a schema file, such as `wire/session.schema.json`. Its place is its identity, so that references are
 * relative paths for every tool alike; an `$id` meant for editors is dropped.
 */
export function readSchemaFile(path: string): JsonSchema {
  const { $id: _, ...schema } = JSON.parse(textOf(path)) as JsonSchema & { $id?: string };
  return schema;
}

/** The schema files that a schema points to, relative to its own. */
export function filesReferredTo(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) =>
    keyword === "$ref" && typeof value === "string" ? fileOf(value) : filesReferredTo(value),
  );
}

const texts = new Map<string, string>();

function textOf(path: string): string {
  try {
    const text = texts.get(path) ?? readFileSync(resolve(`#schemas/${path}`), "utf8");
    texts.set(path, text);
    return text;
  } catch (cause) {
    throw new SchemaNotFoundError(path, cause);
  }
}

function fileOf(reference: string): string[] {
  const [file = ""] = reference.split("#");
  return file === "" ? [] : [file];
}
