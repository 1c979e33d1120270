import { describe, expect, test } from "vitest";
import { createShrinking } from "./shrinking.ts";

describe("the time for shrinking", () => {
  let time = 0;
  const now = () => time;

  test("is shared by the failures that wait, and what one leaves is the others'", () => {
    time = 0;
    const shrinking = createShrinking(1000, now);
    const first = shrinking.begin(2);
    time = 499;
    expect(first.isOver()).toBe(false);
    time = 500;
    expect(first.isOver()).toBe(true);
    first.end();
    time = 5000;
    const last = shrinking.begin(1);
    time = 5499;
    expect(last.isOver()).toBe(false);
    time = 5500;
    expect(last.isOver()).toBe(true);
  });

  test("passes once for variants that shrink side by side", () => {
    time = 0;
    const shrinking = createShrinking(1000, now);
    const [one, other] = [shrinking.begin(1), shrinking.begin(1)];
    time = 600;
    one.end();
    other.end();
    const late = shrinking.begin(1);
    time = 999;
    expect(late.isOver()).toBe(false);
    time = 1000;
    expect(late.isOver()).toBe(true);
  });

  test("that is used up lets nothing begin", () => {
    time = 0;
    const shrinking = createShrinking(0, now);
    expect(shrinking.begin(3).isOver()).toBe(true);
  });
});
