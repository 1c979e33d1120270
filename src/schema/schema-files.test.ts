import { readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { check, checkTool } from "./check.ts";
import { inlinedWireSchema, wireSchema } from "./inline.ts";
import { readSchemaFile, SchemaNotFoundError } from "./schema-file.ts";
import { type ToolSchema, wireSchemas } from "./schema-name.ts";

const schemas = new URL("../../schemas/", import.meta.url);
const folder = new URL("wire/", schemas);
const schemaFiles = readdirSync(schemas, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".json"),
);

describe("every schema file", () => {
  const ajv = new Ajv2020();

  // A run takes them as they are.
  it.each(schemaFiles)("%s is a schema by the rules of JSON Schema 2020-12", (file) => {
    const { $schema, ...schema } = readSchemaFile(file) as { readonly $schema?: string };
    expect($schema).toBe("https://json-schema.org/draft/2020-12/schema");
    void ajv.validateSchema(schema);
    expect(ajv.errors ?? []).toEqual([]);
  });
});

describe("wire schemas", () => {
  it("are the files of the folder, but for the shared definitions", () => {
    const files = readdirSync(folder).map((file) => file.replace(".schema.json", ""));
    expect(files.filter((name) => name !== "common").toSorted()).toEqual([...wireSchemas]);
  });

  it.each(wireSchemas)("%s compiles, says what it is, and takes no number for a body", (name) => {
    expect(wireSchema(name).title).toMatch(/\w/);
    expect(wireSchema(name).description).toMatch(/\.$/);
    expect(check(name, 42)).toHaveLength(1);
  });

  it.each(wireSchemas)("%s has no reference left when inlined", (name) => {
    expect(JSON.stringify(inlinedWireSchema(name))).not.toContain("$ref");
  });

  it("keep the annotations of a shared definition when inlined", () => {
    const { properties } = inlinedWireSchema("login-request");
    expect(properties?.["password"]).toMatchObject({ minLength: 16, maxLength: 32, "x-source": "R" });
  });
});

interface EventSchema {
  readonly properties: Readonly<Record<string, { readonly properties?: object }>>;
}

describe("the schema of the journal", () => {
  it("knows in the first and the last event what the report is made of", () => {
    const report = readSchemaFile("tool/report.schema.json").properties ?? {};
    const { oneOf } = readSchemaFile("tool/journal.schema.json") as { oneOf?: readonly EventSchema[] };
    const parts = (oneOf ?? []).flatMap(({ properties: { run, end } }) =>
      Object.keys({ ...run?.properties, ...end?.properties }),
    );
    const known = [...Object.keys(report), "planned"].filter((name) => name !== "requirements");
    expect(parts.toSorted()).toEqual(known.toSorted());
  });
});

describe("a schema that does not exist", () => {
  it("is our own error, with a code", () => {
    expect(judgeByNothing).toThrow(SchemaNotFoundError);
    expect(judgeByNothing).toThrow(expect.objectContaining({ code: "SCHEMA_NOT_FOUND" }));
  });
});

function judgeByNothing(): unknown {
  return checkTool("nowhere" as ToolSchema, {});
}
