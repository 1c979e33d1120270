import * as v from "valibot";

/** How long a text is: in code points, so that an emoji counts as one. */
export type Measure = (text: string) => number;

export const codePoints: Measure = (text) => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** Limits are functions because a change of the limits must reach schemas that already exist. */
type Bound = () => number;

export const string = v.string("must be a string");
export const boolean = v.boolean("must be a boolean");
export const strings = v.array(string, "must be an array of strings");

export const text = (measure: Measure, most: Bound) =>
  v.pipe(
    string,
    v.minLength(1, "must not be empty"),
    v.check(
      (value) => measure(value) <= most(),
      () => `must be at most ${most()} characters long`,
    ),
  );

export const someText = v.pipe(string, v.minLength(1, "must not be empty"));

export const textUpTo = (measure: Measure, most: Bound) =>
  v.pipe(
    string,
    v.check(
      (value) => measure(value) <= most(),
      () => `must be at most ${most()} characters long`,
    ),
  );

export const textBetween = (measure: Measure, least: Bound, most: Bound) =>
  v.pipe(
    string,
    v.check(
      (value) => measure(value) >= least() && measure(value) <= most(),
      () => `must be ${least()} to ${most()} characters long`,
    ),
  );

const emailPattern =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;

// The length comes first: it bounds what the pattern has to look at.
export const email = (most: Bound) =>
  v.pipe(
    string,
    v.check((value) => value.length <= most() && emailPattern.test(value), "must be an e-mail address"),
  );

export const amount = v.pipe(v.number("must be a number"), v.finite("must be a finite number"));
export const amountFromZero = v.pipe(amount, v.minValue(0, "must not be negative"));

const isPlain = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const plainObject = v.custom<Record<string, unknown>>(isPlain, "must be an object");

/** valibot's own object takes arrays too. */
export const object = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    plainObject,
    v.object(entries, (issue) => (issue.received === "undefined" ? "is required" : "must be an object")),
  );

export const anyObject = plainObject;

/** An absolute URL of one of the protocols, with nothing hidden in it. */
export const url = (most: Bound, protocols: readonly string[], message: string) =>
  v.pipe(
    string,
    v.check((value) => value.length <= most() && protocols.includes(protocolOf(value)), message),
  );

const protocolOf = (value: string): string => {
  // WHATWG parsing forgives blanks, line breaks and backslashes; a stored URL should not need that.
  if (/[\s\\]/.test(value) || !/^[a-z]+:\/\/[^/]/i.test(value)) return "";
  try {
    return new URL(value).protocol;
  } catch {
    return "";
  }
};
