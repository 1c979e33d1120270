import fc, { type Arbitrary } from "fast-check";

/** Characters of one, two, three and four bytes; none joins with its neighbours to one sign. */
const plain = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];
const signs = [..." !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"];
const foreign = [..."éßøłñžдж漢字かなعبש"];
/** Beyond the basic plane: two units of UTF-16, four bytes of UTF-8, one character. */
export const astral: readonly string[] = [..."𠀀𠮷😀🚀𝔸𝒳"];

export const word: Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...plain),
  minLength: 1,
  maxLength: 12,
});

/** Text that anybody may call a shop or a description: no control characters, no blanks at its ends. */
export const lawfulText: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...plain),
    fc.string({ unit: fc.constantFrom(...plain, ...signs, ...foreign, ...astral), maxLength: 60 }),
    fc.constantFrom(...plain),
  )
  .map((parts) => parts.join(""));

/** What a text is filled up with: characters of one byte, and such that are counted otherwise by some. */
export const ascii: Arbitrary<string> = fc.constantFrom(...plain);
export const wide: Arbitrary<string> = fc.constantFrom(...astral);
