import fc, { type Arbitrary } from "fast-check";
import { type Deck, deckOf } from "./deck.ts";
import { type Edit, edited } from "./edit.ts";
import { astral, lawfulText, misread } from "./texts.ts";

/** What the documentation leaves to whoever sends the body; everything else stays as the target is known to take it. */
export type Freedom = { readonly pointer: string } &
  /** Any text of up to so many characters; `isOpen` where the text that stands there has to stay in front. */
  (
    | { readonly text: number; readonly isOpen?: true }
    | { readonly oneOf: readonly unknown[] }
    /** Some of these, at least one, in any order. */
    | { readonly someOf: readonly unknown[] }
    | { readonly optional: true }
    /** Whole cents from 0.01 to so much. */
    | { readonly centsUpTo: number }
    /** Members or items that nobody looks into. */
    | { readonly anything: "object" | "array" }
  );

/** A lawful body: what is other than in the one that the target takes, and how its JSON is written. */
export interface Variation {
  readonly edits: readonly Edit[];
  /** Whether texts are written in escapes, as some programs do for all that is not ASCII. */
  readonly isEscaped: boolean;
}

/** Lawful bodies: one freedom is taken at a time first, then several. */
export function variations(freedoms: readonly Freedom[]): Deck<Variation> {
  const edits = freedoms.flatMap((freedom) => editsBy(freedom));
  const single = edits.map((edit) => edit.map((one) => [one]));
  const several = distinct(freedoms.map((freedom) => fc.oneof(...editsBy(freedom))));
  const kinds = [fc.constant([]), ...single, several];
  return deckOf(
    kinds.map((kind) =>
      fc.tuple(kind, fc.boolean()).map(([changes, isEscaped]) => ({ edits: changes, isEscaped })),
    ),
  );
}

/** The JSON text of a variation of a body. */
export function written(body: unknown, { edits, isEscaped }: Variation): string {
  const text = JSON.stringify(edited(body, edits));
  if (!isEscaped) return text;
  return text.replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function distinct(choices: readonly Arbitrary<Edit>[]): Arbitrary<Edit[]> {
  return fc
    .tuple(...choices.map((choice) => fc.option(choice, { nil: undefined })))
    .map((drawn) => drawn.filter((edit) => edit !== undefined));
}

function editsBy(freedom: Freedom): readonly Arbitrary<Edit>[] {
  const { pointer } = freedom;
  const put = (values: Arbitrary<unknown>): Arbitrary<Edit> =>
    values.map((value) => ({ pointer, put: value }));
  if ("text" in freedom) return texts(freedom);
  if ("oneOf" in freedom) return freedom.oneOf.map((value) => put(fc.constant(value)));
  if ("someOf" in freedom)
    return [
      put(fc.shuffledSubarray([...freedom.someOf], { minLength: 1 })),
      put(fc.constant(freedom.someOf)),
    ];
  if ("optional" in freedom) return [fc.constant({ pointer, remove: true })];
  if ("centsUpTo" in freedom) {
    const most = Math.round(freedom.centsUpTo * 100);
    return [put(fc.integer({ min: 1, max: most }).map((cents) => cents / 100))];
  }
  const values = {
    object: fc.dictionary(lawfulText, plainJson),
    array: fc.array(plainJson, { maxLength: 4 }),
  };
  return [put(values[freedom.anything])];
}

const plainJson: Arbitrary<unknown> = fc.oneof(lawfulText, fc.integer(), fc.boolean());

/** Texts of any make, and such of just the length that is allowed. */
function texts({ pointer, text: most, isOpen }: Freedom & { readonly text: number; readonly isOpen?: true }) {
  const filler = lawfulText.map((fill): Edit => ({ pointer, fill, length: most }));
  const free = lawfulText
    .filter((text) => [...text].length <= most)
    .map((text): Edit => ({ pointer, put: text }));
  const wide = fc.constantFrom(...astral).map((fill): Edit => ({ pointer, fill, length: most }));
  const shorter = fc
    .tuple(lawfulText, fc.integer({ min: Math.min(40, most), max: most }))
    .map(([fill, length]): Edit => ({ pointer, fill, length }));
  const telling = misread.map((text): Edit => ({ pointer, put: text }));
  return isOpen === true ? [shorter, filler, wide] : [free, filler, telling, wide];
}
