import fc, { type Arbitrary } from "fast-check";

/** Characters of one, two, three and four bytes; none joins with its neighbours to one sign. */
const plain = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];
const signs = [..." !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"];
/** Signs that mean something to somebody: to JSON, SQL, HTML, URLs or a shell. */
const telling = [..."\\\"'&<%$", "&lt;", "%41"];
const foreign = [..."éßøłñžдж漢字かなعبש"];
/** Beyond the basic plane: two units of UTF-16, four bytes of UTF-8, one character. */
export const astral: readonly string[] = [..."𠀀𠮷😀🚀𝔸𝒳"];

/** Characters that are counted otherwise by some. */
export const wide: Arbitrary<string> = fc.constantFrom(...astral);

export const word: Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...plain),
  minLength: 1,
  maxLength: 12,
});

/** Text that anybody may call a shop or a description: no control characters, no blanks at its ends. */
export const lawfulText: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...plain),
    fc.string({
      unit: fc.oneof(
        fc.constantFrom(...plain),
        fc.constantFrom(...signs),
        fc.constantFrom(...telling),
        fc.constantFrom(...foreign),
        wide,
      ),
      maxLength: 60,
      size: "medium",
    }),
    fc.constantFrom(...plain),
  )
  .map((parts) => parts.join(""));

export const ascii: Arbitrary<string> = fc.constantFrom(...plain);

/** Short texts that are something else to whoever looks for numbers, dates or nothing in them. */
export const misread: Arbitrary<string> = fc.constantFrom("0", "007", "null", "2026-01-31");
