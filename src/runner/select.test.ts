import { describe, expect, test } from "vitest";
import { defineSuite, must } from "../suite/index.ts";
import { select } from "./select.ts";

const row = must("do it", {
  source: { code: "A", title: "About the API" },
  fault: "f",
  check: async () => undefined,
});
const suites = [
  defineSuite({ name: "one", title: "One", requirements: { first: row, second: row } }),
  defineSuite({ name: "two", title: "Two", requirements: { first: row } }),
];

function ids(selection: { only?: readonly string[]; skip?: readonly string[]; suites?: readonly string[] }) {
  return select(suites, { only: [], skip: [], suites: [], ...selection }).map(({ id }) => id);
}

describe("a selection", () => {
  test.each([
    [{}, ["one/first", "one/second", "two/first"]],
    [{ only: ["one/*"] }, ["one/first", "one/second"]],
    [{ only: ["*/first"] }, ["one/first", "two/first"]],
    [{ skip: ["*/first"] }, ["one/second"]],
    [{ suites: ["two"] }, ["two/first"]],
    [{ suites: ["one"], only: ["*/first"] }, ["one/first"]],
  ])("%j", (selection, expected) => {
    expect(ids(selection)).toEqual(expected);
  });

  test.each([
    [{ only: ["one/frist"] }, 'no requirement matches "one/frist"'],
    [{ only: ["o.e/first"] }, 'no requirement matches "o.e/first"'],
    [{ skip: ["three/*"] }, 'no requirement matches "three/*"'],
    [{ suites: ["three"] }, 'no suite matches "three"'],
    [{ skip: ["*"] }, "the selection leaves no requirement to judge"],
  ])("%j is wrong usage", (selection, message) => {
    expect(() => ids(selection)).toThrow(message);
  });

  test.each([
    [{ only: ["one/frist"] }, "did you mean one/first?"],
    [{ only: ["second"] }, "did you mean one/second?"],
    [{ skip: ["two"] }, "did you mean two/*?"],
    [{ only: ["tow/*"] }, "did you mean two/*?"],
    [{ suites: ["tow"] }, "did you mean two?"],
    [{ only: ["something/else"] }, "`kadosei-conformance list` shows every requirement with its id"],
  ])("%j suggests what was meant", (selection, hint) => {
    expect(() => ids(selection)).toThrow(expect.objectContaining({ hint }));
  });
});
