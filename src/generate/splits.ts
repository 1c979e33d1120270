import fc, { type Arbitrary } from "fast-check";
import { type Deck, deckOf } from "./deck.ts";

/** Ways to give a total back in parts, all in whole cents and above zero, which together come to the total. */
export function splitsOf(total: number): Deck<readonly number[]> {
  const third = Math.floor(total / 3);
  const usual = [[Math.floor(total / 2)], [third, third], [total - 1], [10, 20]]
    .map((parts) => closed(total, parts))
    .filter((parts) => parts.every((part) => part > 0));
  const kinds = usual.map((parts) => fc.constant(parts));
  if (total < 3) return deckOf([...kinds, fc.constant([total])]);
  const awkward = [
    partsThat(sumUpToLess, total, 6),
    partsThat(sumUpToMore, total, 3),
    partsThat(leaveTooLittle, total, 3),
  ];
  return deckOf([...kinds, ...awkward]);
}

type Trait = (parts: readonly number[], total: number) => boolean;

/** So many parts, such that come out wrong in floating point. */
function partsThat(trait: Trait, total: number, count: number): Arbitrary<readonly number[]> {
  const cuts = Math.min(count, total) - 1;
  const cut = fc.integer({ min: 1, max: total - 1 });
  const splits = fc
    .noBias(fc.uniqueArray(cut, { minLength: cuts, maxLength: cuts }))
    .map((places) => between(places, total));
  const isSo = (parts: readonly number[]) => trait(parts, total);
  // A small total may have none.
  return fc.sample(splits, { numRuns: 200, seed: 1 }).some(isSo) ? splits.filter(isSo) : splits;
}

/** What lies between the cuts of a total. */
function between(cuts: readonly number[], total: number): readonly number[] {
  const places = [0, ...cuts.toSorted((one, other) => one - other), total];
  return places.slice(1).map((place, i) => place - (places[i] ?? 0));
}

function closed(total: number, parts: readonly number[]): readonly number[] {
  return [...parts, parts.reduce((left, part) => left - part, total)];
}

/** So that a sum that is kept never reaches the total. */
function sumUpToLess(parts: readonly number[], total: number): boolean {
  return sumOf(parts) < total / 100;
}

/** So that the last part seems to be too much. */
function sumUpToMore(parts: readonly number[], total: number): boolean {
  return sumOf(parts) > total / 100;
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part / 100, 0);
}

function leaveTooLittle(parts: readonly number[], total: number): boolean {
  const last = parts.at(-1) ?? 0;
  return parts.slice(0, -1).reduce((left, part) => left - part / 100, total / 100) < last / 100;
}
