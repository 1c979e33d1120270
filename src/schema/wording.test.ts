import { describe as suite, expect, it } from "vitest";
import { decimals } from "./decimals.ts";
import { describe, either, nameTypes } from "./wording.ts";

suite("a value in words", () => {
  it.each([
    [undefined, "nothing"],
    [null, "null"],
    [false, "false"],
    [1.5, "the number 1.5"],
    ['a "b"', 'the string "a \\"b\\""'],
    ["", "the empty string"],
    [[], "an empty array"],
    [[1], "an array of 1 item"],
    [{}, "an empty object"],
    [{ a: "hidden", b: 2 }, "an object with a, b"],
  ])("tells %j as %s", (value, words) => {
    expect(describe(value)).toBe(words);
  });

  it("never cuts a string, lest half a secret escapes the masking", () => {
    expect(describe("s3cret".repeat(50))).toBe("a string of 300 characters");
  });
});

suite("choices", () => {
  it.each([
    [[], "nothing"],
    [["a"], "a"],
    [["a", "b"], "a or b"],
    [["a", "b", "c"], "a, b or c"],
  ])("%j reads %s", (choices, words) => {
    expect(either(choices)).toBe(words);
  });

  it("names types", () => {
    expect(nameTypes(["integer", "array", "null"])).toBe("a whole number, an array or null");
  });
});

suite("decimals", () => {
  it.each([
    [3, 0],
    [140.76, 2],
    [0.1 + 0.2, 17],
    [1e-7, 7],
    [1.5e-9, 10],
    [1e21, 0],
    [-2.5, 1],
  ])("%d has %d", (value, amount) => {
    expect(decimals(value)).toBe(amount);
  });
});
