import type { Level } from "../model/index.ts";
import { operationsWhere, operationsWithBody, type OperationVariant } from "./arrange.ts";
import { jsonText } from "./broken-bodies.ts";
import { type Call, withHeader, withoutHeader, withRaw } from "./call.ts";
import type { Flaw } from "./expect/refusal.ts";
import { fixture } from "./fixtures.ts";
import { reversed } from "./order.ts";

type Form = "form" | "multipart" | "xml" | "text" | "json";

const { others, charsets } = fixture<{
  others: readonly { name: string; type: string; as: Form }[];
  charsets: readonly { name: string; type: string; level: Level }[];
}>("media-types");

const contentType = "Content-Type";

/** The same request in media types other than JSON. */
export const otherMediaTypes: readonly Flaw[] = others.map(({ name, type, as }) => ({
  name,
  apply: (call) => withRaw(withHeader(call, contentType, type), written(as, call)),
}));

/** Those that no server could take for JSON. */
export const foreignMediaTypes = otherMediaTypes.filter((_, i) => others[i]?.as !== "json");

export const withoutContentType: Flaw = {
  name: "without Content-Type",
  apply: (call) => withoutHeader(call, contentType),
};

/** Ways of leaving the answer's media type to the server. */
export const withoutAccept = [
  { name: "without Accept", apply: (call: Call) => withoutHeader(call, "Accept") },
  { name: "Accept: */*", apply: (call: Call) => withHeader(call, "Accept", "*/*") },
];

/** The same with a body that is no JSON: an error may be told in another form than a success. */
export const brokenWithoutAccept: readonly Flaw[] = withoutAccept.map(({ name, apply }) => ({
  name: `${name}, a body that is no JSON`,
  apply: (call) => withRaw(apply(call), "{"),
}));

/** Requests that carry nothing where a body is required. */
export const emptyBodies: readonly Flaw[] = [
  { name: "no body", apply: (call) => withRaw(call, "") },
  { name: "blanks and line breaks only", apply: (call) => withRaw(call, " \r\n\t ") },
  {
    name: "no body and no Content-Type",
    apply: (call) => withRaw(withoutHeader(call, contentType), ""),
    status: [400, 415],
  },
];

/** Operations that take a body, but can do without any member of it. */
const contentWithNothing: readonly string[] = ["createRefund", "updateWebhook"];

export const operationsThatNeedBody = operationsWithBody.filter(
  ({ operation }) => !contentWithNothing.includes(operation),
);

/** One operation for each kind of caller: enough where one body parser stands before all of them. */
export const typicalOperations = operationsWhere(({ path, method }) =>
  ["POST /auth/login", "POST /applications", "POST /sessions"].includes(`${method} ${path}`),
);

/** A row per operation and level, with the spellings of the media type that are known so firmly. */
export const charsetVariants = [
  ...operationsWithBody.map((variant) => charsetVariant(variant, "MUST", "")),
  ...typicalOperations.map((variant) => charsetVariant(variant, "SHOULD", ", unusual spelling")),
];

function charsetVariant(variant: OperationVariant, level: Level, suffix: string) {
  const spellings = charsets
    .filter((charset) => charset.level === level)
    .map(({ name, type }) => ({ name, apply: (call: Call) => withHeader(call, contentType, type) }));
  return { ...variant, name: variant.name + suffix, level, spellings };
}

/** The same JSON, written otherwise. */
export const jsonSpellings = [
  {
    name: "with blanks and line breaks, and its members in another order",
    apply: (call: Call) => withRaw(call, spaced(reversed(call.json))),
  },
  { name: "with every character escaped", apply: (call: Call) => withRaw(call, escaped(call.json)) },
];

function spaced(json: unknown): string {
  return `\r\n ${JSON.stringify(json, null, "\t").replaceAll("\n", "\r\n")} \n`;
}

/** JSON in which no text, be it a name or a value, shows a character as it is. */
function escaped(value: unknown): string {
  if (typeof value === "string") return `"${[...value].map(escapedCharacter).join("")}"`;
  if (Array.isArray(value)) return `[${value.map(escaped).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${escaped(name)}:${escaped(member)}`);
  return `{${members.join(",")}}`;
}

function escapedCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

function written(as: Form, call: Call): string {
  const fields = fieldsOf(call.json);
  if (as === "json") return jsonText(call);
  if (as === "form")
    return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
  if (as === "text") return fields.map(([name, value]) => `${name}: ${value}`).join("\n");
  return as === "xml" ? `<?xml version="1.0"?>\n<request>${xml(call.json)}</request>` : multipart(fields);
}

/** Members as a form names them: `customer[email]`, `orderItems[0][name]`. */
function fieldsOf(value: unknown, name = ""): readonly (readonly [name: string, value: string])[] {
  if (typeof value !== "object" || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, member]) =>
    fieldsOf(member, name === "" ? key : `${name}[${key}]`),
  );
}

function multipart(fields: readonly (readonly [string, string])[]): string {
  const boundary = "--kadosei-conformance";
  const parts = fields.map(
    ([name, value]) => `${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join("")}${boundary}--\r\n`;
}

function xml(value: unknown): string {
  if (typeof value !== "object" || value === null)
    return String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  if (Array.isArray(value)) return value.map((item) => `<item>${xml(item)}</item>`).join("");
  return Object.entries(value)
    .map(([name, member]) => `<${name}>${xml(member)}</${name}>`)
    .join("");
}
