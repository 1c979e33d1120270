import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ConfigurationError } from "./configuration-error.ts";
import { loadSettings } from "./load-settings.ts";
import { folderWith } from "./settings.test-kit.ts";

const example = readFileSync(
  new URL("../../fixtures/kadosei-conformance.example.yaml", import.meta.url),
  "utf8",
);
const lines = example
  .replaceAll("${KADOSEI_PASSWORD}", "p")
  .replaceAll("${KADOSEI_SECOND_PASSWORD}", "p")
  .split("\n");

/** What people do to a line: swap letters, forget, repeat, put something else in. */
const slip = fc.oneof(
  fc.constantFrom<(line: string) => string>(
    (line) => line.replace(/(\w)(\w)/, "$2$1"),
    (line) => line.replace(":", ""),
    (line) => `${line}\n${line}`,
    (line) => `\t${line}`,
    (line) => line.slice(1),
    () => "",
  ),
  fc
    .constantFrom(
      "12345",
      "true",
      "null",
      "[1, { a: b }]",
      "*nope",
      "${UNSET}",
      "!tag x",
      "|",
      '"',
      "{",
      "~",
      "2026-02-30",
    )
    .map((value) => (line: string) => line.replace(/:.*/, `: ${value}`)),
);

const slips = fc.array(fc.tuple(fc.nat(lines.length - 1), slip), { minLength: 1, maxLength: 3 });

function told(yaml: string): ConfigurationError | undefined {
  try {
    loadSettings({ cwd: folderWith(yaml) });
    return undefined;
  } catch (error) {
    // Anything else would reach the user as a stack trace.
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
}

/** File, line and column; the key that is missing altogether. */
const place = /^(kadosei-conformance\.yaml:\d+:\d+|target\.url|merchant\.(email|password))$/;

/** Problems that say nothing, or not where. */
function placeless(error: ConfigurationError | undefined): readonly unknown[] {
  return error?.problems.filter(({ where, what }) => !place.test(where) || what === "") ?? [];
}

test("a configuration with slips is sound all the same, or refused with the place of each", () => {
  fc.assert(
    fc.property(slips, (made) => {
      const slipped = [...lines];
      for (const [index, slipIn] of made) slipped[index] = slipIn(slipped[index] ?? "");
      expect(placeless(told(slipped.join("\n")))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("any text is refused with a place", () => {
  const piece = fc.constantFrom(
    "target",
    "url",
    ": ",
    ":\n  ",
    "\n",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!x ",
    "<<",
    '"',
    "'",
    "|",
    ">",
    "#",
    "%",
    "@",
    "`",
    "${A}",
    "?",
    "---\n",
    "\t",
    "é",
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(text, (yaml) => {
      const error = told(yaml);
      expect(error).toBeInstanceOf(ConfigurationError);
      expect(placeless(error)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("any value anywhere is refused with a place, or taken", () => {
  const names = fc.constantFrom(
    "target",
    "claims",
    "without",
    "merchant",
    "providers",
    "session",
    "checkout",
    "invites",
    "receiver",
    "limits",
    "expectedFailures",
    "__proto__",
    "constructor",
  );
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue({ maxDepth: 3 })), (tree) => {
      expect(placeless(told(JSON.stringify(tree)))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
