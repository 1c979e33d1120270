import { missing, nulled, emptied, noText, memberFlaw } from "./body-flaws.ts";
import { type Call, withQuery } from "./call.ts";
import type { Variant } from "./define.ts";
import type { Flaw } from "./expect/refusal.ts";

function tokenOf({ query }: Call): string {
  return query.find(([name]) => name === "token")?.[1] ?? "";
}

function tokenFlaw(name: string, spoil: (token: string) => string, status?: readonly number[]): Flaw {
  return {
    name,
    apply: (call) => withQuery(call, "token", spoil(tokenOf(call))),
    ...(status === undefined ? {} : { status }),
  };
}

function withoutToken(call: Call): Call {
  return { ...call, query: call.query.filter(([name]) => name !== "token") };
}

export const missingTokens: readonly Flaw[] = [
  { name: "without the parameter", apply: withoutToken },
  tokenFlaw("an empty token", () => ""),
  { name: "under another name", apply: (call) => withQuery(withoutToken(call), "invite", tokenOf(call)) },
];

/** What stands in front of the API may take these for an attack and refuse them by itself. */
const suspicious = [400, 403];

/** Tokens that were never issued, those that nearly were among them. */
export const invalidTokens: readonly Flaw[] = [
  tokenFlaw("a word", () => "token"),
  tokenFlaw("the word null", () => "null"),
  tokenFlaw("the word undefined", () => "undefined"),
  tokenFlaw("a blank", () => " "),
  tokenFlaw("a genuine one without its last character", (token) => token.slice(0, -1)),
  tokenFlaw("the first half of a genuine one", (token) => token.slice(0, Math.ceil(token.length / 2))),
  tokenFlaw("a genuine one with one character more", (token) => `${token}x`),
  tokenFlaw("one of another length", () => "x".repeat(300)),
  tokenFlaw("a genuine one with its characters reversed", (token) => [...token].toReversed().join("")),
  tokenFlaw("another of the same form", otherToken),
  tokenFlaw("a genuine one in the other case", inOtherCase),
  tokenFlaw("a wildcard", () => "%", suspicious),
  tokenFlaw("a condition in SQL", () => "' OR '1'='1", suspicious),
  {
    name: "a query operator",
    apply: (call) => ({ ...withQuery(withoutToken(call), "token[$ne]", "x"), odd: true }),
    status: suspicious,
  },
];

/** Only letters of both cases tell that case matters: a UUID, say, is the same in capitals. */
function inOtherCase(token: string): string {
  if (!/[a-z]/.test(token) || !/[A-Z]/.test(token)) return otherToken(token);
  return token.replaceAll(/[a-zA-Z]/g, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

/** Every letter and digit is another one, of its own kind. */
function otherToken(token: string): string {
  return token.replaceAll(/[0-9a-zA-Z]/g, (character) => {
    const start = /\d/.test(character) ? "0" : /[a-z]/.test(character) ? "a" : "A";
    const count = start === "0" ? 10 : 6;
    const place = character.charCodeAt(0) - start.charCodeAt(0);
    return String.fromCharCode(start.charCodeAt(0) + ((place + 3) % count));
  });
}

export interface SignUpField extends Variant {
  readonly flaws: readonly Flaw[];
}

function textFlaws(pointer: string): readonly Flaw[] {
  return [missing(pointer), nulled(pointer), emptied(pointer), ...noText(pointer)];
}

/** Members of the administrator: what the documentation needs firmly, and what it only shows. */
export const adminFields: readonly SignUpField[] = [
  { name: "e-mail address", flaws: textFlaws("/admin/email") },
  { name: "password", flaws: textFlaws("/admin/password") },
  {
    name: "the administrator",
    flaws: [missing("/admin"), nulled("/admin"), memberFlaw("/admin", "a text", "admin")],
  },
  { name: "first name", level: "SHOULD", flaws: [missing("/admin/firstName"), nulled("/admin/firstName")] },
  { name: "last name", level: "SHOULD", flaws: [missing("/admin/lastName"), nulled("/admin/lastName")] },
  {
    name: "an e-mail address that is none",
    level: "SHOULD",
    flaws: ["admin", "admin@", "@example.com", "admin at example.com"].map((text) =>
      memberFlaw("/admin/email", `is ${text}`, text),
    ),
  },
];

const organizationFields = [
  "legalBusinessName",
  "companyRegistrationNumber",
  "registeredAddress",
  "companyWebsite",
  "industry",
  "sector",
  "contactPersonFirstName",
  "contactPersonLastName",
  "contactPersonEmail",
] as const;

const addressFields = ["line1", "city", "state", "postalCode", "country"] as const;

export const missingOrganizationFields: readonly Flaw[] = [
  missing("/organization"),
  nulled("/organization"),
  ...organizationFields.map((field) => missing(`/organization/${field}`)),
  ...addressFields.map((field) => missing(`/organization/registeredAddress/${field}`)),
];

export function passwordFlaw(length: number): Flaw {
  const text = `Kc7!${"a1B2c3D4".repeat(8)}`.slice(0, length);
  return memberFlaw("/admin/password", `of ${length} characters`, text);
}
