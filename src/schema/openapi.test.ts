import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { check } from "./check.ts";
import { readSchemaFile } from "./schema-file.ts";
import { type WireSchema, wireSchemas } from "./schema-name.ts";

type Node = Readonly<Record<string, unknown>>;

interface Sample {
  readonly spot: string;
  readonly schema: WireSchema;
  readonly value: unknown;
}

const document = parse(readFileSync(new URL("../../schemas/openapi.yaml", import.meta.url), "utf8")) as Node;
const nodes = [...walk(document, "")];
const references = nodes.flatMap(({ node }) => (typeof node["$ref"] === "string" ? [node["$ref"]] : []));
const samples = nodes.flatMap(({ node, spot }) => samplesOf(node, spot));
const operations = nodes.flatMap(({ node }) => (typeof node["operationId"] === "string" ? [node] : []));

const operationIds = [
  "activateProvider",
  "createApiKey",
  "createApplication",
  "createRefund",
  "createSession",
  "createWebhook",
  "deactivateProvider",
  "deleteWebhook",
  "linkProvider",
  "listApiKeys",
  "listApplications",
  "listPaymentMethods",
  "listProviders",
  "listWebhooks",
  "login",
  "readApplication",
  "readSession",
  "revokeApiKey",
  "rotateProviderKey",
  "setApplicationStatus",
  "setPaymentMethods",
  "signUp",
  "testWebhook",
  "updateWebhook",
];

describe("openapi.yaml", () => {
  it("points to nothing that is not there", () => {
    expect(references.filter((reference) => resolve(reference) === undefined)).toEqual([]);
  });

  it("uses every wire schema but the reference server's own", () => {
    const used = new Set(references.flatMap(wireSchemaOf).flatMap(withInner));
    expect(wireSchemas.filter((name) => !used.has(name))).toEqual(["session-request-reference"]);
  });

  it("has an example for each body", () => {
    expect(new Set(samples.map(({ schema }) => schema)).size).toBeGreaterThan(25);
    expect(nodes.filter(({ node }) => isBody(node) && samplesOf(node, "").length === 0)).toEqual([]);
  });

  it.each(samples)("keeps its own rules at $spot", ({ schema, value }) => {
    expect(check(schema, value)).toEqual([]);
  });

  it("names each operation once, with its capability", () => {
    expect(operations.map((operation) => operation["operationId"]).toSorted()).toEqual(operationIds);
    const capabilities = new Set(operations.map((operation) => operation["x-capability"]));
    expect([...capabilities].toSorted()).toEqual(["core", "onboarding", "providers", "refunds", "webhooks"]);
  });

  it("gives the reference server an order that its stricter rules take", () => {
    const order = samples.find(({ schema }) => schema === "session-request");
    expect(check("session-request-reference", order?.value)).toEqual([]);
  });
});

function* walk(node: unknown, spot: string): Generator<{ node: Node; spot: string }> {
  if (typeof node !== "object" || node === null) return;
  yield { node: node as Node, spot };
  for (const [name, part] of Object.entries(node)) yield* walk(part, `${spot}/${name}`);
}

function samplesOf(node: Node, spot: string): Sample[] {
  const [schema] = schemaOf(node);
  if (schema === undefined) return [];
  const several = Object.values((node["examples"] ?? {}) as Record<string, Node>).map((one) => one["value"]);
  const values = "example" in node ? [node["example"], ...several] : several;
  return values.map((value) => ({ spot, schema, value }));
}

function isBody(node: Node): boolean {
  return schemaOf(node).length > 0;
}

function schemaOf(node: Node): WireSchema[] {
  const reference = (node["schema"] as Node | undefined)?.["$ref"];
  return typeof reference === "string" ? wireSchemaOf(reference) : [];
}

function wireSchemaOf(reference: string): WireSchema[] {
  const name = /([\w-]+)\.schema\.json$/.exec(reference)?.[1];
  return wireSchemas.filter((known) => known === name);
}

function withInner(name: WireSchema): WireSchema[] {
  const inner = [...walk(readSchemaFile(`wire/${name}.schema.json`), "")].flatMap(({ node }) =>
    typeof node["$ref"] === "string" ? wireSchemaOf(node["$ref"]) : [],
  );
  return [name, ...inner];
}

function resolve(reference: string): unknown {
  const [file = "", pointer = ""] = reference.split("#");
  const root: unknown = file === "" ? document : readSchemaFile(file.replace("./", ""));
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown>((node, step) => (node as Node | undefined)?.[step], root);
}
