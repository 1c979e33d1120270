import fc, { type Arbitrary } from "fast-check";
import type { Constraint } from "./constraints.ts";
import { Shrinking } from "./steps.ts";
import { ascii, wide, word } from "./texts.ts";

/** What takes the place of a member: another value, or its own text in another length. */
export type Replacement = { readonly put: unknown } | { readonly fill: string; readonly length: number };

type Ways = (constraint: Constraint, lawful: unknown) => readonly Arbitrary<Replacement>[];

/** Ways to break a constraint on a value, each by itself; `lawful` is what stands there. */
export function wrongValues(constraint: Constraint, lawful: unknown): readonly Arbitrary<Replacement>[] {
  return ways[constraint.keyword]?.(constraint, lawful) ?? [];
}

const ways: Readonly<Record<string, Ways>> = {
  type: (constraint, lawful) => otherTypes(constraint, lawful).map((values) => put(values)),
  enum: ({ schema }) => {
    const known = fc.constantFrom(...(schema.enum ?? []).map(String));
    return [
      put(word),
      put(
        fc.tuple(known, word).map((parts) => parts.join(".")),
        known.map((name) => name.slice(0, -1)),
      ),
      put(fc.constantFrom("", " ", "*", "null"), fc.integer(), fc.boolean()),
    ];
  },
  pattern: ({ schema }, lawful) => otherForms(schema.pattern ?? "", String(lawful)),
  format: () => [
    put(word),
    put(fc.constantFrom("@", "a@", "@example.com", "a b@example.com", "a@b@example.com")),
  ],
  // The nearest first, so that even a short run draws it; then all the way down to nothing at all.
  minLength: ({ schema: { minLength = 1 } }) => [
    filled(ascii, fc.constant(minLength - 1)),
    filled(
      ascii,
      fc.integer({ min: 1, max: minLength }).map((less) => minLength - less),
    ),
  ],
  maxLength: ({ schema: { maxLength = 0 } }) => [
    filled(ascii, fc.constant(maxLength + 1)),
    filled(wide, fc.constant(maxLength + 1)),
    ...[ascii, wide].map((unit) =>
      filled(
        unit,
        beyond.map((more) => maxLength + more),
      ),
    ),
  ],
  minimum: ({ schema: { minimum = 0, type } }) => [
    put(fc.constant(minimum - 1)),
    put(below(minimum, type === "integer")),
  ],
  exclusiveMinimum: ({ schema: { exclusiveMinimum = 0 } }) => [
    put(fc.constant(exclusiveMinimum)),
    put(below(exclusiveMinimum, false)),
  ],
  maximum: ({ schema: { maximum = 0 } }) => [
    put(fc.constant(maximum + 1)),
    put(fc.integer({ min: 1, max: 1000 }).map((more) => maximum + more)),
  ],
  minItems: () => [put(fc.constant([]))],
  "x-max-decimals": () => [put(fc.integer({ min: 1, max: 99 }).map((tail) => Number(`1.${100 + tail}`)))],
};

/** How much longer than allowed: by little as often as by much, and shrunk to little. */
const beyond = new Shrinking(
  fc.oneof(fc.constant(2), fc.integer({ min: 1, max: 200 }), fc.constant(5000)),
  fc.integer({ min: 1, max: 5000 }),
);

function filled(unit: Arbitrary<string>, lengths: Arbitrary<number>): Arbitrary<Replacement> {
  return fc.tuple(unit, lengths).map(([fill, length]) => ({ fill, length }));
}

function put(...values: readonly Arbitrary<unknown>[]): Arbitrary<Replacement> {
  return fc.oneof(...values).map((value) => ({ put: value }));
}

function below(least: number, isWhole: boolean): Arbitrary<number> {
  const whole = fc.integer({ min: 1, max: 1_000_000 }).map((less) => least - less);
  return isWhole ? whole : fc.oneof(fc.constantFrom(least - 0.01, least - 1), whole);
}

type JsonType = "null" | "boolean" | "number" | "string" | "array" | "object";

/** Values of every JSON type but those that are asked for; null is left alone where it may mean "left out". */
function otherTypes({ schema, isOptional }: Constraint, lawful: unknown): readonly Arbitrary<unknown>[] {
  const asked = [schema.type ?? []].flat();
  const isAsked = (type: JsonType) =>
    asked.includes(type) || (type === "number" && asked.includes("integer"));
  const others = typeNames.filter((type) => !isAsked(type) && !(type === "null" && isOptional));
  const values = others.map((type) => valuesOf[type](lawful));
  return asked.includes("integer") ? [...values, fc.integer({ min: 1, max: 9 }).map((n) => n + 0.5)] : values;
}

const typeNames: readonly JsonType[] = ["null", "number", "array", "object", "boolean", "string"];

/** Of each type what is nearest to the lawful value, and anything. */
const valuesOf: Readonly<Record<JsonType, (lawful: unknown) => Arbitrary<unknown>>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  number: () =>
    fc.oneof(fc.constantFrom(0, 1, -1), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  string: (lawful) => fc.oneof(fc.constantFrom(...asTexts(lawful)), fc.constantFrom("true", "0", ""), word),
  array: (lawful) => fc.oneof(fc.constantFrom(...asLists(lawful)), fc.array(word, { maxLength: 3 })),
  object: (lawful) => fc.oneof(fc.constant(asMembers(lawful)), fc.dictionary(word, word, { maxKeys: 3 })),
};

/** Also the only item of a list by itself: some take it for a list of one. */
function asTexts(value: unknown): readonly string[] {
  const [item] = Array.isArray(value) ? value : [];
  return [
    typeof value === "object" ? JSON.stringify(value) : String(value ?? ""),
    ...(typeof item === "string" ? [item] : []),
  ];
}

/** Also the characters of a text: a list has a length that some take for the text's. */
function asLists(value: unknown): readonly unknown[][] {
  if (value === undefined) return [[]];
  return typeof value === "string" ? [[value], [...value]] : [[value]];
}

/** `["a"]` as `{"0":"a"}`, and any other value as a member. */
function asMembers(value: unknown): object {
  if (Array.isArray(value)) return { ...value };
  return value === undefined ? {} : { value };
}

/** Texts that are near to a pattern and do not match it: other schemes of a URL, another case, other lengths. */
function otherForms(pattern: string, lawful: string): readonly Arbitrary<Replacement>[] {
  const schemes = ["http:", "ftp:", "ws:", "javascript:", "file:", "httpss:", ""];
  const [, rest] = lawful.split(/:(.*)/s);
  const near =
    rest === undefined
      ? [lawful.toLowerCase(), lawful.slice(1), `${lawful}X`, `${lawful.slice(1)}1`, `${lawful.slice(1)}А`]
      : schemes.map((scheme) => `${scheme}${rest}`);
  const matches = new RegExp(pattern, "u");
  const isOther = (text: string) => !matches.test(text);
  const others = near.filter(isOther);
  return [
    ...others.map((text) => put(fc.constant(text))),
    put(word.filter(isOther), fc.constantFrom("", " ", "\u0000").filter(isOther)),
  ];
}
