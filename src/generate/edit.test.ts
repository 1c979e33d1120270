import { describe, expect, test } from "vitest";
import { edited, editInWords, filledTo, standingAt } from "./edit.ts";

const body = { name: "Shop", items: [{ sku: "A" }, { sku: "B" }] };

describe("an edit", () => {
  test("puts, removes and fills, one after the other, and leaves the body as it was", () => {
    const before = structuredClone(body);
    const after = edited(body, [
      { pointer: "/items/1/sku", put: null },
      { pointer: "/items/0/sku", remove: true },
      { pointer: "/name", fill: "xy", length: 7 },
      { pointer: "/fresh/deep", put: 1 },
    ]);
    expect(after).toEqual({ name: "Shopxyx", items: [{}, { sku: null }], fresh: { deep: 1 } });
    expect(body).toEqual(before);
  });

  test("of the whole body takes its place", () => {
    expect(edited(body, [{ pointer: "", put: 3 }])).toBe(3);
  });

  test("is told in words, a long text by its length", () => {
    expect(editInWords({ pointer: "/name", remove: true })).toBe("/name left out");
    expect(editInWords({ pointer: "", put: [] })).toBe("the body = []");
    expect(editInWords({ pointer: "/name", fill: "x", length: 101 })).toBe(
      '/name = 101 characters, filled up with "x"',
    );
  });
});

test("filling counts characters, not units of UTF-16", () => {
  expect([...filledTo("a", "😀", 5)]).toHaveLength(5);
  expect(filledTo("😀😀😀", "x", 2)).toBe("😀😀");
  expect(filledTo("abc", "x", 0)).toBe("");
});

test("what stands at a pointer is found, and nothing that the prototype has", () => {
  expect(standingAt(body, "/items/1/sku")).toBe("B");
  expect(standingAt(body, "/items/2/sku")).toBeUndefined();
  expect(standingAt(body, "/toString")).toBeUndefined();
  expect(standingAt(body, "")).toBe(body);
});
