import { expect, test } from "vitest";
import { keepRecent } from "./recent.ts";

test("the newest thousand are remembered", () => {
  const values = new Set<number>();
  for (let value = 1; value <= 2500; value += 1) keepRecent(values, value);
  expect([values.size, Math.min(...values), Math.max(...values)]).toEqual([1000, 1501, 2500]);
});
