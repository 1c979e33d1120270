import { describe, expect, test } from "vitest";
import { check } from "../schema/index.ts";
import { edited } from "./edit.ts";
import { lawfulBodies } from "./lawful.test-kit.ts";
import { type Freedom, type Variation, variations, written } from "./valid.ts";

const body = lawfulBodies["application-request"];
const freedoms: readonly Freedom[] = [
  { pointer: "/name", text: 100, isOpen: true },
  { pointer: "/description", text: 250 },
  { pointer: "/description", optional: true },
];
const deck = variations(freedoms);
const drawn = Array.from({ length: 300 }, (_, index) => deck.draw(5, index));

describe("a variation", () => {
  test("keeps to the schema, however its JSON is written", () => {
    for (const variation of drawn) {
      const text = written(body, variation);
      expect(check("application-request", JSON.parse(text))).toEqual([]);
      expect(JSON.parse(text)).toEqual(edited(body, variation.edits));
    }
  });

  test("begins with the usual body, and takes one freedom at a time before several", () => {
    expect(drawn[0]?.edits).toEqual([]);
    const pointers = drawn.slice(1, 8).map(({ edits }) => edits.map(({ pointer }) => pointer));
    expect(pointers.every(({ length }) => length === 1)).toBe(true);
    expect(new Set(pointers.flat())).toEqual(new Set(["/name", "/description"]));
    expect(drawn.some(({ edits }) => edits.length > 1)).toBe(true);
  });

  test("reaches the limit to the character, with characters of four bytes too", () => {
    const texts = drawn.map((variation) => memberOf(variation, "description"));
    const full = texts.filter((text) => [...text].length === 250);
    expect(full.length).toBeGreaterThan(20);
    expect(full.some((text) => text.length > 490)).toBe(true);
    expect(texts.every((text) => [...text].length <= 250)).toBe(true);
  });

  test("keeps what stands in front where the text has to stay", () => {
    for (const variation of drawn) expect(memberOf(variation, "name")).toMatch(/^Shop/);
  });

  test("writes escapes for all that is not ASCII when it is told to", () => {
    const escaped = drawn.filter(({ isEscaped }) => isEscaped).map((variation) => written(body, variation));
    expect(escaped.length).toBeGreaterThan(50);
    for (const text of escaped) expect(text).toMatch(/^[\x20-\x7e]*$/);
    expect(escaped.some((text) => /\\ud83d\\ude/.test(text))).toBe(true);
  });

  test("shrinks to the usual text", async () => {
    const index = drawn.findIndex(({ edits }) => edits.some((edit) => "put" in edit));
    const fails = async ({ edits }: Variation) => edits.length > 0;
    const { value } = await deck.shrink(5, index, { fails, most: 500 });
    expect([...memberOf(value, "description")].length).toBeLessThanOrEqual(2);
    expect(value.isEscaped).toBe(false);
  });
});

test("every kind of freedom stays within what it allows", () => {
  const order = lawfulBodies["refund-request"];
  const some = variations([
    { pointer: "/amount", centsUpTo: 1 },
    { pointer: "/lineItems", anything: "array" },
    { pointer: "/reason", oneOf: ["a", "b"] },
    { pointer: "/events", someOf: [1, 2, 3] },
    { pointer: "/more", anything: "object" },
  ]);
  for (let index = 0; index < 300; index += 1) {
    const made = edited(order, some.draw(9, index).edits) as Readonly<Record<string, unknown>>;
    const {
      amount,
      lineItems,
      reason,
      events = [1],
      more = {},
    } = made as {
      amount: number;
      lineItems: unknown;
      reason: string;
      events?: unknown[];
      more?: unknown;
    };
    expect(amount === 1.25 || (amount >= 0.01 && amount <= 1)).toBe(true);
    expect(Math.abs(amount * 100 - Math.round(amount * 100))).toBeLessThan(1e-9);
    expect(Array.isArray(lineItems)).toBe(true);
    expect(["a", "b", "a size too small"]).toContain(reason);
    expect(new Set(events).size).toBe(events.length);
    expect(events.length).toBeGreaterThan(0);
    expect(typeof more).toBe("object");
  }
});

function memberOf({ edits }: Variation, member: string): string {
  const made = edited(body, edits) as Readonly<Record<string, unknown>>;
  return String(made[member] ?? "");
}
