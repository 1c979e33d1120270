import {
  authorizationOf,
  bearer,
  type Call,
  withAuthorization,
  withJson,
  withoutAuthorization,
  withQuery,
} from "./call.ts";
import type { Flaw } from "./expect/refusal.ts";
import type { Facts } from "./facts.ts";
import type { Values } from "./values.ts";
import { NotServed } from "./violation.ts";

export const withoutCredential: Flaw = { name: "without Authorization", apply: withoutAuthorization };

/** The token or key that a call carries. */
function credentialOf(call: Call): string {
  return authorizationOf(call).replace(/^Bearer /, "");
}

/** Spoils the `Authorization` value; `spoil` is given the genuine token. */
function spoiled(name: string, spoil: (token: string) => string): Flaw {
  return { name, apply: (call) => withAuthorization(call, spoil(credentialOf(call))) };
}

/** Values of `Authorization` that are not a scheme, one space and one token. */
export const malformedAuthorizations: readonly Flaw[] = [
  spoiled("an empty value", () => ""),
  spoiled("Basic with the token as password", (token) => `Basic ${base64(`merchant:${token}`)}`),
  spoiled("Basic with the token as user", (token) => `Basic ${base64(`${token}:`)}`),
  spoiled("Basic with the token itself", (token) => `Basic ${token}`),
  spoiled("another scheme", (token) => `Token ${token}`),
  spoiled("the scheme alone", () => "Bearer"),
  spoiled("the scheme and a blank", () => "Bearer "),
  spoiled("the scheme and two blanks", () => "Bearer  "),
  spoiled("the bare token", (token) => token),
  spoiled("the token before the scheme", (token) => `${token} Bearer`),
  spoiled("no blank between scheme and token", (token) => `Bearer${token}`),
  spoiled("a colon behind the scheme", (token) => `Bearer:${token}`),
  spoiled("an unknown scheme that ends in Bearer", (token) => `NotBearer ${token}`),
  spoiled("two tokens behind a blank", (token) => `Bearer ${token} ${token}`),
  spoiled("two tokens behind a comma", (token) => `Bearer ${token},${token}`),
  spoiled("a second scheme", (token) => `Bearer ${token}, Basic ${base64("a:b")}`),
  spoiled("the token in quotes", (token) => `Bearer "${token}"`),
  spoiled("the word null", () => "Bearer null"),
  spoiled("the word undefined", () => "Bearer undefined"),
];

/** API keys that nobody was given, but for the first all nearly the genuine one. */
export const unknownKeys: readonly Flaw[] = [
  falsified("a made-up key", (key) => `${key.slice(0, 8)}${Array.from(key.slice(8)).toReversed().join("")}`),
  falsified("another character in the middle", (key) => changedAt(key, Math.ceil(key.length * 0.6))),
  falsified("another character near the end", (key) => changedAt(key, key.length - 3)),
  falsified("the key without its last 8 characters", (key) => key.slice(0, -8)),
  falsified("the key and 8 more characters", (key) => `${key}0a1b2c3d`),
  falsified(
    "the key with its letters in the other case",
    (key) => key.slice(0, 8) + inOtherCase(key.slice(8)),
  ),
];

/** Spoils the token itself, and presents it as it should be. */
function falsified(name: string, falsify: (token: string) => string): Flaw {
  return spoiled(name, (token) => bearer(falsify(token)));
}

/** Not the last character: an encoding may ignore some of its bits. */
function changedAt(text: string, index: number): string {
  return `${text.slice(0, index)}${text[index] === "0" ? "1" : "0"}${text.slice(index + 1)}`;
}

/** A text without letters, which has no other case, turned round. */
function inOtherCase(text: string): string {
  const turned = Array.from(text, (sign) =>
    sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase(),
  ).join("");
  return turned === text ? Array.from(text).toReversed().join("") : turned;
}

/** Ways of passing a token in the URL, where logs and referrers keep it. */
export const tokensInQuery: readonly Flaw[] = ["access_token", "token", "api_key", "apiKey"].map(
  (parameter) => ({
    name: `as \`${parameter}\` in the query`,
    apply: (call) => withQuery(withoutAuthorization(call), parameter, credentialOf(call)),
  }),
);

/** Spellings of the scheme that mean the same. */
export const schemeSpellings = ["bearer", "BEARER", "bEaReR"].map((scheme) => ({
  name: scheme,
  apply: (call: Call) => withAuthorization(call, `${scheme} ${credentialOf(call)}`),
}));

export function withCredential(name: string, token: string): Flaw {
  return { name, apply: (call) => withAuthorization(call, bearer(token)) };
}

/** Changes the JSON body of a call. */
function bodyFlaw(name: string, change: (body: Readonly<Record<string, unknown>>) => unknown): Flaw {
  return { name, apply: (call) => withJson(call, change({ ...(call.json as object) })) };
}

const nobodysValues: readonly (readonly [name: string, value: unknown])[] = [
  ["missing", undefined],
  ["null", null],
  ["empty", ""],
  ["a number", 42],
  ["true", true],
  ["an array", []],
  ["an array with a text", ["text"]],
  ["an object", {}],
  ["a query operator", { $gt: "" }],
  ["another query operator", { $ne: null }],
];

/** Login bodies in which one of the two members is missing or no text. */
export const incompleteCredentials: readonly Flaw[] = ["email", "password"].flatMap((member) =>
  nobodysValues
    .map(([name, value]) => bodyFlaw(`\`${member}\` ${name}`, (body) => ({ ...body, [member]: value })))
    .concat(bodyFlaw(`\`${member}\` in an array`, (body) => ({ ...body, [member]: [body[member]] }))),
);

/** Passwords of a lawful length that are nearly the right one. */
export const wrongPasswords: readonly Flaw[] = [
  passwordFlaw("another one", (right) => "Wr0ng-".padEnd(right.length, "Xy7-")),
  passwordFlaw(
    "the right one but for its last character",
    (right) => `${right.slice(0, -1)}${other(right.at(-1))}`,
  ),
  passwordFlaw("the right one but for its first character", (right) => `${other(right[0])}${right.slice(1)}`),
  passwordFlaw("the right one in the other case", swapCase),
  passwordFlaw("the right one, its first letter in the other case", swapFirstCase),
  passwordFlaw("the right one and another character", (right) =>
    right.length < 32 ? `${right}x` : `${right.slice(0, -2)}${other(right.at(-2))}${right.slice(-1)}`,
  ),
];

/** The right password with a blank too many; one of 32 characters has no room for it. */
export function blankedPasswords({ merchant }: Facts): readonly Flaw[] {
  if ([...merchant.password].length >= 32) throw new NotServed("a password with room for a blank");
  return [
    passwordFlaw("the right one and a blank", (right) => `${right} `),
    passwordFlaw("a blank and the right one", (right) => ` ${right}`),
  ];
}

/** The right password of somebody else. */
export function passwordOfAnother({ merchant, secondMerchant }: Facts): Flaw {
  const password = secondMerchant?.password ?? merchant.password;
  if (password === merchant.password) throw new NotServed("both merchants were given the same password");
  return bodyFlaw("another merchant's password", (body) => ({ ...body, password }));
}

function passwordFlaw(name: string, spoil: (right: string) => string): Flaw {
  return bodyFlaw(name, (body) => ({ ...body, password: spoil(String(body["password"])) }));
}

/** Passwords outside the documented 16 to 32 characters, the right one cut or continued among them. */
export const unlawfulLengths: readonly Flaw[] = [
  passwordFlaw("15 characters", () => "x".repeat(15)),
  passwordFlaw("33 characters", () => "x".repeat(33)),
  passwordFlaw("the first 15 characters of the right one", (right) => right.slice(0, 15)),
  passwordFlaw("the right one continued to 33 characters", (right) => right.padEnd(33, "x")),
  passwordFlaw("the right one twice", (right) => right + right),
];

/** E-mail addresses nobody signed up with. */
export function unknownEmails(values: Values): readonly Flaw[] {
  const domain = "nobody.example";
  return [
    bodyFlaw("an address nobody has", (body) => ({ ...body, email: `${values.name()}@${domain}` })),
    bodyFlaw("the right one with letters before it", (body) => ({
      ...body,
      email: `x${String(body["email"])}`,
    })),
    bodyFlaw("the right one with letters behind it", (body) => ({
      ...body,
      email: `${String(body["email"])}.example`,
    })),
    bodyFlaw("the right one at another domain", (body) => ({
      ...body,
      email: `${String(body["email"]).split("@")[0] ?? ""}@${domain}`,
    })),
    pattern("a pattern that matches any address", () => "%@%"),
    pattern("a pattern for any text", (right) => `%${right.slice(1)}`),
    pattern("a pattern for any character", (right) => `_${right.slice(1)}`),
  ];
}

/** Written as a database query would match it; it may be no e-mail address at all to a target. */
function pattern(name: string, write: (right: string) => string): Flaw {
  const flaw = bodyFlaw(name, (body) => ({ ...body, email: write(String(body["email"])) }));
  return { ...flaw, status: [400, 401] };
}

function other(character = ""): string {
  return character === "x" ? "y" : "x";
}

function swapCase(text: string): string {
  const swapped = [...text].map((letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
  // A password without letters has no other case.
  return swapped.join("") === text ? `${text.slice(0, -1)}${other(text.at(-1))}` : swapped.join("");
}

/** As phones write the first letter of what is typed. */
function swapFirstCase(text: string): string {
  const swapped = text.replace(/\p{L}/u, swapCase);
  return swapped === text ? swapCase(text) : swapped;
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
