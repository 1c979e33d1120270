import type { Variant } from "./define.ts";
import { moneyOf } from "./money.ts";
import type { Values } from "./values.ts";

/** A way to give a total back in parts, in cents. The last part is all that remains. */
export interface Split extends Variant {
  readonly parts: (total: number, values: Values) => readonly number[];
}

export const splits: readonly Split[] = [
  { name: "halves", parts: (total) => closing(total, [Math.floor(total / 2)]) },
  { name: "thirds", parts: (total) => closing(total, [third(total), third(total)]) },
  { name: "all but a cent, and a cent", parts: (total) => [total - 1, 1] },
  { name: "0.1, 0.2 and the rest", parts: (total) => closing(total, [10, 20]) },
  { name: "parts that binary fractions add up wrongly", parts: awkward },
];

function third(total: number): number {
  return Math.floor(total / 3);
}

function closing(total: number, parts: readonly number[]): readonly number[] {
  return [...parts, parts.reduce((left, part) => left - part, total)];
}

/** Three parts whose sum, and whose difference from the total, come out wrong in floating point. */
function awkward(total: number, values: Values): readonly number[] {
  const tries = Array.from({ length: 200 }, () => {
    const first = values.integer(1, Math.max(1, total - 2));
    const second = values.integer(1, Math.max(1, total - first - 1));
    return closing(total, [first, second]);
  }).filter((parts) => parts.every((part) => part > 0));
  return (
    tries.find((parts) => sumsUpTooHigh(parts, total) && leavesTooLittle(parts, total)) ?? tries[0] ?? [total]
  );
}

function sumsUpTooHigh(parts: readonly number[], total: number): boolean {
  return parts.reduce((sum, part) => sum + moneyOf(part), 0) !== moneyOf(total);
}

function leavesTooLittle(parts: readonly number[], total: number): boolean {
  const [last = 0] = parts.slice(-1);
  return parts.slice(0, -1).reduce((left, part) => left - moneyOf(part), moneyOf(total)) < moneyOf(last);
}

/** Amounts that lose a cent where they are multiplied by 100 and cut off. */
export const treacherousAmounts: readonly number[] = [0.29, 1.15, 4.35, 8.2, 19.99, 0.57];

/** Shares of a total for a refund in part, in cents. */
export const shares: readonly (Variant & { readonly of: (total: number) => number })[] = [
  { name: "a quarter", of: (total) => Math.round(total / 4) },
  { name: "all but a cent", of: (total) => total - 1 },
  // A provider may have a least amount.
  { name: "one cent", level: "SHOULD", of: () => 1 },
];
