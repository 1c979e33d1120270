import { isDeepStrictEqual } from "node:util";
import { type Answer, shown } from "../answer.ts";
import { Violation } from "../violation.ts";

/** Judges one value of an answer: a member of the body, a header, or what was computed from several. */
export class ValueExpectation {
  readonly #value: unknown;
  readonly #where: string;
  readonly #answer: Answer | undefined;
  readonly #hint: string | undefined;

  constructor(value: unknown, where: string, answer?: Answer, hint?: string) {
    this.#value = value;
    this.#where = where;
    this.#answer = answer;
    this.#hint = hint;
  }

  toEqual(expected: unknown): this {
    return this.toSatisfy((value) => isDeepStrictEqual(value, expected), shown(expected ?? "nothing"));
  }

  toDifferFrom(other: unknown): this {
    return this.toSatisfy(
      (value) => !isDeepStrictEqual(value, other),
      `something other than ${shown(other)}`,
    );
  }

  toBeOneOf(...choices: readonly unknown[]): this {
    return this.toSatisfy((value) => choices.includes(value), choices.map(shown).join(" or "));
  }

  toBeNull(): this {
    return this.toSatisfy((value) => value === null, "null");
  }

  toBeAbsent(): this {
    return this.toSatisfy((value) => value === undefined, "nothing");
  }

  toBePresent(): this {
    return this.toSatisfy((value) => value !== undefined, "a value");
  }

  /** A non-empty string. */
  toBeText(): this {
    return this.toSatisfy((value) => typeof value === "string" && value !== "", "a non-empty string");
  }

  toBeNumber(): this {
    return this.toSatisfy((value) => typeof value === "number", "a number");
  }

  /** A number that is at most `within` away. */
  toBeAbout(expected: number, within: number): this {
    const holds = (value: unknown) => typeof value === "number" && Math.abs(value - expected) <= within;
    return this.toSatisfy(holds, `${expected} ± ${within}`);
  }

  toBeBetween(least: number, most: number): this {
    const holds = (value: unknown) => typeof value === "number" && value >= least && value <= most;
    return this.toSatisfy(holds, `a number from ${Math.floor(least)} to ${Math.ceil(most)}`);
  }

  /** An amount, exact to the cent however it was computed. */
  toBeMoney(expected: number): this {
    const cents = Math.round(expected * 100);
    const holds = (value: unknown) => typeof value === "number" && value === cents / 100;
    return this.toSatisfy(holds, String(cents / 100));
  }

  /** A UUID of any version. */
  toBeUuid(): this {
    return this.toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "a UUID");
  }

  /** An instant later than another one. */
  toBeAfter(other: unknown): this {
    const holds = (value: unknown) => Date.parse(String(value)) > Date.parse(String(other));
    return this.toSatisfy(holds, `an instant after ${shown(other)}`);
  }

  /** The same instant, to the second: one spelling may have a fraction and the other none. */
  toBeSameInstantAs(other: unknown): this {
    const holds = (value: unknown) => Math.abs(Date.parse(String(value)) - Date.parse(String(other))) <= 1000;
    return this.toSatisfy(holds, `the instant ${shown(other)}`);
  }

  /** An instant, if any, that is not earlier than another one; to the second, as one may have a fraction and the other none. */
  toBeNoneBefore(other: unknown): this {
    const isNone = (value: unknown) => value === undefined || value === null;
    const holds = (value: unknown) =>
      isNone(value) || Date.parse(String(value)) >= Date.parse(String(other)) - 1000;
    return this.toSatisfy(holds, `nothing, or an instant that is not before ${shown(other)}`);
  }

  /** An absolute http or https URL. */
  toBeWebAddress(): this {
    return this.toMatch(/^https?:\/\/[^/\s]+/i, "an absolute http or https URL");
  }

  toBeArray(): this {
    return this.toSatisfy(Array.isArray, "an array");
  }

  /** An array of these and no others, each once, in any order. */
  toHoldExactly(...items: readonly unknown[]): this {
    const holds = (value: unknown) =>
      Array.isArray(value) && value.length === items.length && items.every((item) => value.includes(item));
    return this.toSatisfy(holds, `exactly ${shown(items)}`);
  }

  toMatch(pattern: RegExp, expected: string): this {
    return this.toSatisfy((value) => typeof value === "string" && pattern.test(value), expected);
  }

  /** The general word: `expected` completes "expected …". */
  toSatisfy(holds: (value: unknown) => boolean, expected: string): this {
    if (holds(this.#value)) return this;
    throw new Violation({
      where: this.#where,
      expected,
      actual: this.#value === undefined ? "nothing" : shown(this.#value),
      hint: this.#hint,
      answer: this.#answer,
    });
  }
}
