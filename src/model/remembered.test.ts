import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("a short text is worked out once, a long one every time, and all are forgotten in the end", () => {
  const seen: string[] = [];
  const isLong = remembered((text) => {
    seen.push(text);
    return text.length > 2;
  }, 2);
  expect([isLong("ab"), isLong("ab"), isLong("abc"), isLong("abc")]).toEqual([false, false, true, true]);
  expect(seen).toEqual(["ab", "abc", "abc"]);
  for (let i = 0; i < 1000; i += 1) isLong(String.fromCharCode(0x4e00 + i));
  isLong("ab");
  expect(seen.filter((text) => text === "ab")).toHaveLength(2);
});
