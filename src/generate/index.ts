export { type Deck, deckOf, type Search, seedOf, type Shrunk } from "./deck.ts";
export { type Edit, edited, editInWords, standingAt } from "./edit.ts";
export { type Hostile, hostilities, type Sites } from "./hostile.ts";
export { interleavings, type Turn } from "./interleavings.ts";
export { type Breach, breaches, type BreachOptions, hasConstraints, isBreach } from "./invalid.ts";
export { type Freedom, type Variation, variations, written } from "./valid.ts";
export { type Sequence, sequencesOf, type Step } from "./steps.ts";
export { limitsFrom } from "./limits.ts";
export { splitsOf } from "./splits.ts";
