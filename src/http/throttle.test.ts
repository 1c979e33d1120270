import { expect, test } from "vitest";
import { createThrottle } from "./throttle.ts";

function answers(throttle: ReturnType<typeof createThrottle>, count: number, ms: number): void {
  for (let i = 0; i < count; i += 1) throttle.took(ms);
}

test("a target that asks for patience gets half, down to one, and one more at a time while all is well", () => {
  const throttle = createThrottle(8);
  throttle.slowDown();
  expect(throttle.width()).toBe(4);
  for (let i = 0; i < 5; i += 1) throttle.slowDown();
  expect(throttle.width()).toBe(1);
  answers(throttle, 8, 10);
  expect(throttle.width()).toBe(2);
  answers(throttle, 1000, 10);
  expect(throttle.width()).toBe(8);
});

test("a target that grows slow gets fewer requests at once", () => {
  const throttle = createThrottle(8);
  answers(throttle, 40, 50);
  expect(throttle.width()).toBe(8);
  answers(throttle, 40, 3000);
  expect(throttle.width()).toBe(1);
});

test("a target that is slow from the start is left alone about it", () => {
  const throttle = createThrottle(8);
  answers(throttle, 100, 3000);
  expect(throttle.width()).toBe(8);
});
