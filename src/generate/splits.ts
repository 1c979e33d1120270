import fc, { type Arbitrary } from "fast-check";
import { type Deck, deckOf } from "./deck.ts";

/** Ways to give a total back in parts, all in whole cents and above zero, which together come to the total. */
export function splitsOf(total: number): Deck<readonly number[]> {
  const third = Math.floor(total / 3);
  const usual = [[Math.floor(total / 2)], [third, third], [total - 1], [10, 20]]
    .map((parts) => closed(total, parts))
    .filter((parts) => parts.every((part) => part > 0));
  const kinds = usual.map((parts) => fc.constant(parts));
  const awkward = [sumsUpToLess, sumsUpToMore, leavesTooLittle].map((isAwkward) => inThree(total, isAwkward));
  return deckOf([...kinds, ...(total < 3 ? [fc.constant([total])] : awkward)]);
}

type Trait = (parts: readonly number[], total: number) => boolean;

/** Three parts, such that come out wrong in floating point. */
function inThree(total: number, isAwkward: Trait): Arbitrary<readonly number[]> {
  const part = fc.integer({ min: 1, max: Math.floor((total - 1) / 2) });
  const splits = fc.noBias(fc.tuple(part, part)).map((parts) => closed(total, parts));
  const isSo = (parts: readonly number[]) => isAwkward(parts, total);
  // A small total may have none.
  return fc.sample(splits, { numRuns: 200, seed: 1 }).some(isSo) ? splits.filter(isSo) : splits;
}

function closed(total: number, parts: readonly number[]): readonly number[] {
  return [...parts, parts.reduce((left, part) => left - part, total)];
}

/** So that a sum that is kept never reaches the total. */
function sumsUpToLess(parts: readonly number[], total: number): boolean {
  return sumOf(parts) < total / 100;
}

/** So that the last part seems to be too much. */
function sumsUpToMore(parts: readonly number[], total: number): boolean {
  return sumOf(parts) > total / 100;
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part / 100, 0);
}

function leavesTooLittle(parts: readonly number[], total: number): boolean {
  const last = parts.at(-1) ?? 0;
  return parts.slice(0, -1).reduce((left, part) => left - part / 100, total / 100) < last / 100;
}
