import fc from "fast-check";
import { type Deck, deckOf } from "./deck.ts";
import { longArrays } from "./steps.ts";

/** One request of an interleaving: under which key, and whether the next one waits for its answer. */
export interface Turn {
  readonly key: number;
  readonly waits: boolean;
}

/** First requests and retries under two, three or four keys, in any order. */
export function interleavings(length: number): Deck<readonly Turn[]> {
  const kinds = [4, 3, 2].map((keys) =>
    longArrays(fc.record({ key: fc.nat(keys - 1), waits: fc.boolean() }), length),
  );
  return deckOf(kinds);
}
