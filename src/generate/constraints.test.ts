import { expect, test } from "vitest";
import { breaksOnly, constraintsOf } from "./constraints.ts";

const all = constraintsOf("application-request");
const nameLimit = all.find(({ pointer, keyword }) => pointer === "/name" && keyword === "maxLength");

test("constraints are read from the schema with their level, and whether the member may be left out", () => {
  const told = all.map(({ pointer, keyword, level, isOptional }) => [pointer, keyword, level, isOptional]);
  expect(told).toContainEqual(["/name", "required", "MUST", false]);
  expect(told).toContainEqual(["/name", "maxLength", "MUST", false]);
  expect(told).toContainEqual(["/description", "maxLength", "MUST", true]);
  expect(told).not.toContainEqual(["/description", "required", "MUST", true]);
  expect(nameLimit?.asks).toBe("may have 100 characters at most");
});

test("those of items are told with a star, those of single keywords at their own level", () => {
  const told = constraintsOf("webhook-request").map(({ pointer, keyword, level }) => [
    pointer,
    keyword,
    level,
  ]);
  expect(told).toContainEqual(["/subscribedEvents/*", "enum", "MUST"]);
  expect(told).toContainEqual(["/subscribedEvents", "uniqueItems", "MAY"]);
});

test.each([
  [{ name: "x".repeat(101) }, true],
  [{ name: "x".repeat(100) }, false],
  [{ name: "x".repeat(101), description: 5 }, false],
  [{ name: 5 }, false],
  [{}, false],
])("%o breaks the limit of the name and nothing else: %s", (body, expected) => {
  if (nameLimit === undefined) throw new Error("the name has no limit");
  expect(breaksOnly("application-request", all, nameLimit, body)).toBe(expected);
});
