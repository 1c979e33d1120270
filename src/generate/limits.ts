import fc from "fast-check";
import { type Deck, deckOf } from "./deck.ts";
import { Shrinking } from "./steps.ts";

/** Page sizes: each of these first, and any up to `most` besides. */
export function limitsFrom(telling: readonly number[], most: number): Deck<number> {
  const upTo = (max: number) => fc.integer({ min: 1, max });
  const kinds = telling.map((limit) => new Shrinking(fc.constant(limit), upTo(limit)));
  return deckOf([...kinds, ...telling.map(() => upTo(most))]);
}
