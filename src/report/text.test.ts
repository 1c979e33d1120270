import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crop, cut, duration, printable } from "./text.ts";

describe("printable", () => {
  it.each([
    ["\u001b[2J\u001b]0;owned\u0007", "\\x1b[2J\\x1b]0;owned\\x07"],
    ["\u009b31m", "\\x9b31m"],
    ["a\r\nb\tc\u0000", "a\\r\\nb\\tc\\x00"],
    ["evil\u202Etxt", "evil\\u202etxt"],
    ["zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"],
    ["line\u2028separator", "line\\u2028separator"],
    ["half \ud83d", "half \\ud83d"],
    ["tag \u{e0041}", "tag \\u{e0041}"],
    ["Zürich 東京 💶", "Zürich 東京 💶"],
  ])("shows %j as %j", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it("leaves nothing that a terminal obeys, and is content with its own work", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = printable(text);
        expect(shown).not.toMatch(/\p{Cc}/u);
        expect(printable(shown)).toBe(shown);
      }),
    );
  });
});

describe("cut", () => {
  it("says how much is missing and halves no character", () => {
    expect(cut("short", 5)).toBe("short");
    expect(cut("abcdef", 4)).toBe("abcd… (2 more)");
    expect(cut("abc💶def", 4)).toBe("abc… (5 more)");
  });
});

describe("crop", () => {
  it("fits a line into the columns there are", () => {
    expect(crop("abc", 3)).toBe("abc");
    expect(crop("abcd", 3)).toBe("ab…");
    expect(crop("abcd", 0)).toBe("…");
  });
});

describe("duration", () => {
  it.each([
    [84.4, "84 ms"],
    [2410, "2.4 s"],
    [185_000, "3 min 05 s"],
  ])("reads %d as %s", (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words);
  });
});
