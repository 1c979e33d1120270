export { type Deck, deckOf, type Search, seedOf, type Shrunk } from "./deck.ts";
export { type Sequence, sequencesOf, type Step } from "./steps.ts";
