import { expect, test } from "vitest";
import { demandOf } from "./expectation.ts";
import type { JsonSchema } from "./json-schema.ts";

const rows: readonly (readonly [keyword: string, schema: JsonSchema, demand: string])[] = [
  ["required", { required: ["name"] }, "has to be there"],
  ["type", { type: "string" }, "has to be a string"],
  ["type", { type: ["string", "null"] }, "has to be a string or null"],
  ["enum", { enum: ["a", "b"] }, 'has to be "a" or "b"'],
  ["pattern", { pattern: "^x", "x-expected": "an HTTPS URL" }, "has to be an HTTPS URL"],
  ["format", { format: "email" }, "has to be a well-formed email"],
  ["minLength", { minLength: 1 }, "has to be a string that is not empty"],
  ["minLength", { minLength: 16 }, "has to have 16 characters or more"],
  ["maxLength", { maxLength: 50 }, "may have 50 characters at most"],
  ["minItems", { minItems: 1 }, "has to be an array that is not empty"],
  ["minItems", { minItems: 2 }, "has to have 2 items or more"],
  ["maxItems", { maxItems: 1 }, "may have 1 item at most"],
  ["uniqueItems", { uniqueItems: true }, "has to be an array without repetitions"],
  ["minimum", { minimum: 1 }, "has to be 1 or more"],
  ["maximum", { maximum: 100 }, "may be 100 at most"],
  ["exclusiveMinimum", { exclusiveMinimum: 0 }, "has to be more than 0"],
  ["x-max-decimals", { "x-max-decimals": 2 }, "may have 2 decimals at most"],
];

test.each(rows)("%s of %o asks: it %s", (keyword, schema, demand) => {
  expect(demandOf(schema, keyword)).toBe(demand);
});
