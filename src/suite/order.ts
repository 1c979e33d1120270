import type { Facts } from "./facts.ts";
import { fixture } from "./fixtures.ts";
import type { Values } from "./values.ts";

/** The body of a session request. */
export interface Order {
  readonly orderReference: string;
  readonly amount: { readonly total: number };
  readonly [member: string]: unknown;
}

/** A lawful order with a reference of its own: the fixture, the run's overrides, then the check's changes. */
export function orderFrom(
  facts: Facts,
  values: Values,
  changes: Readonly<Record<string, unknown>> = {},
): Order {
  const paymentMethod = facts.providers[0].paymentMethods[0];
  const base = { ...fixture<Order>("order"), paymentMethod, orderReference: values.name() };
  return merged(merged(base, facts.session), changes) as Order;
}

/** Lays `changes` over `base`, member by member; arrays and plain values replace. */
export function merged(base: unknown, changes: unknown): unknown {
  if (!isObject(base) || !isObject(changes)) return changes;
  const laid = Object.entries(changes).map(([name, value]) => [name, merged(base[name], value)] as const);
  return { ...base, ...Object.fromEntries(laid) };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A quarter of the order's total, in whole cents. */
export function quarterOf({ amount }: Order): number {
  return Math.round(amount.total * 25) / 100;
}

/** The same JSON with the members of every object in reverse order. */
export function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, reversed(member)]),
  );
}
