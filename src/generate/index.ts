export { type Deck, deckOf, type Search, seedOf, type Shrunk } from "./deck.ts";
