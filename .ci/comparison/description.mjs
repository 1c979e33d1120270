// The OpenAPI description in one piece, with the ids and bodies of one target where it has examples.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const schemas = new URL("../../schemas/", import.meta.url);
const methods = ["get", "post", "put", "patch", "delete"];

/** The whole description without $ref, which not every tool follows into another file, and without our own x- keys. */
export function description() {
  return resolved(new URL("openapi.yaml", schemas));
}

/** The operations, each with what a tool needs to call it lawfully: credential, parameters, body. */
export function operations(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => {
        const operation = item[method];
        const [scheme] = (operation.security ?? []).flatMap((one) => Object.keys(one));
        return { path, method, scheme, name: operation.operationId, operation };
      }),
  );
}

/** Examples that work on this target: its ids as parameters, its merchant in the login. */
export function withExamples(document, target) {
  const copy = structuredClone(document);
  copy.servers = [{ url: target.url }];
  for (const { operation, name } of operations(copy)) {
    for (const parameter of operation.parameters ?? []) {
      if (parameter.name in target.parameters) parameter.example = target.parameters[parameter.name];
    }
    const media = operation.requestBody?.content?.["application/json"];
    if (media === undefined) continue;
    media.example = target.bodies[name] ?? media.example ?? Object.values(media.examples)[0].value;
    delete media.examples;
  }
  return copy;
}

/** What a tool generated for one target, made good for another: the ids and the merchant are the examples in it. */
export function moved(text, from, to) {
  return Object.entries(from.parameters).reduce(
    (moving, [name, value]) => moving.replaceAll(value, to.parameters[name]),
    text.replaceAll(from.url, to.url),
  );
}

/** The same in OpenAPI 3.0, for tools that do not read 3.1. What 3.0 can't say is left out, never made stricter. */
export function asOpenApi30(document) {
  const { license: _, summary: __, ...info } = document.info;
  return { ...older(document), openapi: "3.0.3", info };
}

function older(node) {
  if (Array.isArray(node)) return node.map(older);
  if (typeof node !== "object" || node === null) return node;
  const {
    type,
    const: only,
    ...rest
  } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      ["example", "examples"].includes(key) ? value : older(value),
    ]),
  );
  if (only !== undefined) rest.enum = [only];
  if (!Array.isArray(type)) return type === undefined ? rest : { type, ...rest };
  const kinds = type.filter((kind) => kind !== "null");
  return kinds.length === 1 ? { type: kinds[0], nullable: kinds.length < type.length, ...rest } : rest;
}

const files = new Map();

function resolved(url) {
  const file = new URL(url);
  file.hash = "";
  if (!files.has(file.href)) files.set(file.href, parse(readFileSync(file, "utf8")));
  const steps = url.hash.slice(1).split("/").slice(1).map(decodeURIComponent);
  return inlined(
    steps.reduce((node, step) => node[step.replaceAll("~1", "/")], files.get(file.href)),
    url,
  );
}

function inlined(node, base) {
  if (Array.isArray(node)) return node.map((item) => inlined(item, base));
  if (typeof node !== "object" || node === null) return node;
  const { $ref, ...rest } = node;
  const own = Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => !["$schema", "$id", "$defs"].includes(key) && !key.startsWith("x-"))
      .map(([key, value]) => [key, inlined(value, base)]),
  );
  if (typeof $ref !== "string") return own;
  const referred = resolved(new URL($ref, base));
  return Object.keys(own).length === 0 ? referred : { ...referred, ...own };
}
