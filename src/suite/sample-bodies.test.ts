import { expect, test } from "vitest";
import { freedomsOf } from "./sample-bodies.ts";
import type { World } from "./world.ts";

const freeIn = (session: Readonly<Record<string, unknown>>) => {
  const world = { facts: { session }, given: { provider: () => ({ paymentMethods: ["card"] }) } };
  return freedomsOf(world as unknown as World, "createSession").map(({ pointer }) => pointer);
};

test("an order leaves to the client what the configuration does not settle", () => {
  expect(freeIn({})).toContain("/customer/lastName");
  expect(freeIn({ customer: {} })).not.toContain("/customer/lastName");
  expect(freeIn({ customer: {} })).toContain("/orderReference");
});
