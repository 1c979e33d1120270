import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "yaml";

const { resolve } = createRequire(import.meta.url);

/** A parameter of an operation, as `openapi.yaml` describes it. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly schema: { readonly type?: string; readonly minimum?: number; readonly maximum?: number };
}

type Node = Readonly<Record<string, unknown>>;

let read: ReadonlyMap<string, readonly Parameter[]> | undefined;

/** The parameters of an operation by its operationId; none where the document knows none. */
export function parametersOf(operationId: string): readonly Parameter[] {
  read ??= readAll();
  return read.get(operationId) ?? [];
}

function readAll(): ReadonlyMap<string, readonly Parameter[]> {
  const document = parse(readFileSync(resolve("#schemas/openapi.yaml"), "utf8")) as Node;
  const described = Object.values(document["paths"] as Node).flatMap((path) => Object.values(path as Node));
  return new Map(
    described.map((operation) => {
      const { operationId, parameters = [] } = operation as { operationId: string; parameters?: Node[] };
      return [
        operationId,
        parameters.map((parameter) => followed(document, parameter) as unknown as Parameter),
      ];
    }),
  );
}

function followed(document: Node, node: Node): Node {
  const reference = node["$ref"];
  if (typeof reference !== "string") return node;
  const steps = reference.replace("#/", "").split("/");
  return steps.reduce<unknown>((inner, step) => (inner as Node)[step], document) as Node;
}
