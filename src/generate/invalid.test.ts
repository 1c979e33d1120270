import { describe, expect, test } from "vitest";
import type { Level } from "../model/index.ts";
import { brokenKeywords, check, type WireSchema } from "../schema/index.ts";
import { type Constraint, constraintsOf } from "./constraints.ts";
import { edited } from "./edit.ts";
import { type Breach, breaches, hasConstraints, isBreach } from "./invalid.ts";
import { lawfulBodies, lawfulEntries } from "./lawful.test-kit.ts";

const seed = 11;
const rounds = 120;

const cases = lawfulEntries.flatMap(([schema, body]) =>
  (["MUST", "SHOULD"] as const)
    .filter((level) => hasConstraints(schema, level))
    .map((level) => ({ schema, body, level })),
);

test.each(lawfulEntries)("the body of %s is lawful to begin with", (schema, body) => {
  expect(check(schema, body)).toEqual([]);
});

describe.each(cases)("a breach of $schema, $level", ({ schema, body, level }) => {
  const deck = breaches({ schema, body, level });
  const drawn = Array.from({ length: rounds }, (_, index) => deck?.draw(seed, index));

  test("is refused by the schema for what it names, and for nothing else that is stated", () => {
    for (const breach of drawn) expect(statedProblems(schema, body, breach)).toEqual([nameOf(breach)]);
  });

  test("is one of each constraint in turn", () => {
    const named = new Set(drawn.map(nameOf));
    // What has to match a pattern and is no address all the same can hardly be told from one.
    const isImplied = ({ keyword, schema: { pattern } }: Constraint) =>
      keyword === "format" && pattern !== undefined;
    const stated = constraintsOf(schema).filter((one) => levelAt(one) === level && !isImplied(one));
    expect(
      stated.map(({ pointer, keyword }) => `${pointer} ${keyword}`).filter((name) => !named.has(name)),
    ).toEqual([]);
  });

  test("stays one while it shrinks, and is had again at its path", async () => {
    for (const index of [0, 1, 2, 5, 11]) {
      const first = drawn[index];
      const tried: Breach[] = [];
      const fails = async (breach: Breach) => {
        tried.push(breach);
        return nameOf(breach) === nameOf(first);
      };
      const shrunk = await deck?.shrink(seed, index, { fails, most: 60 });
      for (const breach of tried) expect(statedProblems(schema, body, breach)).toEqual([nameOf(breach)]);
      expect(deck?.at(seed, shrunk?.path ?? "")).toEqual(shrunk?.value);
    }
  });
});

/** By what ajv says of the body, place and keyword alone: what the documentation does not state may be broken besides. */
function statedProblems(schema: WireSchema, body: unknown, breach: Breach | undefined): readonly string[] {
  const wrong = edited(body, breach === undefined ? [] : [breach.edit]);
  expect(check(schema, wrong)).not.toEqual([]);
  const levels = new Map(
    constraintsOf(schema).map(({ pointer, keyword, level }) => [`${pointer} ${keyword}`, level]),
  );
  const names = brokenKeywords(schema, wrong).map(
    ({ pointer, keyword }) => `${pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*")} ${keyword}`,
  );
  return [...new Set(names)].filter((name) => name === nameOf(breach) || levels.get(name) !== "MAY");
}

function nameOf(breach: Breach | undefined): string {
  return `${breach?.member} ${breach?.keyword}`;
}

function levelAt({ level, keyword, isOptional }: Constraint): Level {
  return level === "MUST" && isOptional && keyword === "type" ? "SHOULD" : level;
}

describe("limits", () => {
  const name = {
    schema: "application-request",
    body: lawfulBodies["application-request"],
    level: "MUST",
  } as const;
  const isTooLong = ({ keyword, member }: Breach) => keyword === "maxLength" && member === "/name";
  const lengths = (deck = breaches(name)) =>
    Array.from({ length: 400 }, (_, index) => deck?.draw(seed, index))
      .filter((breach) => breach !== undefined && isTooLong(breach))
      .map((breach) => textAt(name.body, breach, "name"));

  test("are overstepped by one character, by two and by many", () => {
    const sizes = lengths().map((text) => [...text].length);
    expect(sizes).toEqual(expect.arrayContaining([101, 102]));
    expect(Math.min(...sizes)).toBe(101);
    expect(Math.max(...sizes)).toBeGreaterThan(150);
  });

  test("count a character beyond the basic plane as one", () => {
    const astral = lengths().filter((text) => text.length > [...text].length);
    expect(astral.length).toBeGreaterThan(3);
    for (const text of astral) {
      expect(check("application-request", { name: text })).not.toEqual([]);
      expect(check("application-request", { name: [...text].slice(0, 100).join("") })).toEqual([]);
    }
  });

  test.each([
    ["application-request", "/name", "maxLength", 101],
    ["application-request", "/description", "maxLength", 251],
    ["api-key-request", "/description", "maxLength", 51],
    ["login-request", "/password", "minLength", 15],
    ["login-request", "/password", "maxLength", 33],
  ] as const)("of %s%s shrink to %s broken by one: %d", async (schema, member, keyword, length) => {
    const deck = breaches({ schema, body: lawfulBodies[schema], level: "MUST" });
    const isIt = (breach: Breach | undefined) => breach?.member === member && breach.keyword === keyword;
    const index = Array.from({ length: 200 }, (_, i) => i).find((i) => isIt(deck?.draw(seed, i)));
    const shrunk = await deck?.shrink(seed, index ?? -1, { fails: async () => true, most: 500 });
    expect([...textAt(lawfulBodies[schema], shrunk?.value, member.slice(1))]).toHaveLength(length);
  });

  test("of a number are missed on the side that is not allowed, and nearly", () => {
    const schema = "session-request-reference";
    const deck = breaches({ schema, body: lawfulBodies[schema], level: "SHOULD" });
    const drawn = Array.from({ length: 2500 }, (_, index) => deck?.draw(seed, index)?.edit);
    const values = drawn.flatMap((edit) =>
      edit !== undefined && "put" in edit ? [[edit.pointer, edit.put]] : [],
    );
    expect(values).toContainEqual(["/amount/total", 0]);
    expect(values).toContainEqual(["/amount/total", -0.01]);
    expect(values).toContainEqual(["/orderItems/0/quantity", 0]);
    expect(values).toContainEqual(["/orderItems/0/unitPrice", -0.01]);
    expect(values).toContainEqual(["/orderItems", []]);
  });
});

function textAt(body: unknown, breach: Breach | undefined, member: string): string {
  const changed = edited(body, breach === undefined ? [] : [breach.edit]) as Readonly<
    Record<string, unknown>
  >;
  return String(changed[member]);
}

test("a breach of one body is none where another member is wrong already", () => {
  const edit = { pointer: "/name", put: 7 };
  const breach = { member: "/name", keyword: "type", asks: "a string", edit };
  expect(isBreach("application-request", breach, { name: "Shop" })).toBe(true);
  expect(isBreach("application-request", breach, { name: "Shop", description: "x".repeat(251) })).toBe(false);
  expect(isBreach("application-request", { ...breach, keyword: "maxLength" }, { name: "Shop" })).toBe(false);
});

test("a constraint that is excepted is left alone", () => {
  const body = lawfulBodies["application-request"];
  const options = { schema: "application-request", body, level: "MUST" } as const;
  const deck = breaches({ ...options, except: ({ pointer }) => pointer === "/name" });
  const members = Array.from({ length: 40 }, (_, index) => deck?.draw(seed, index).member);
  expect(members).not.toContain("/name");
  expect(breaches({ ...options, except: () => true })).toBeUndefined();
});
