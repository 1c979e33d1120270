import fc, { type Arbitrary } from "fast-check";
import { type Deck, deckOf } from "./deck.ts";
import { word } from "./texts.ts";

/** Something that programs have stumbled over, and where in a request it stands. */
export type Hostile =
  /** JSON text in place of the member at a pointer; "" is the whole body. `isBytes`: each character is one byte. */
  | { readonly at: "body"; readonly pointer: string; readonly json: string; readonly isBytes?: true }
  | { readonly at: "query"; readonly name: string; readonly value: string }
  | { readonly at: "header"; readonly name: string; readonly value: string }
  /** A segment of the path, by its number, percent-encoded as it is sent. */
  | { readonly at: "path"; readonly segment: number; readonly value: string };

export interface Sites {
  /** A lawful body, each of whose members is made hostile; undefined: it has none. */
  readonly body: unknown;
  readonly parameters: readonly string[];
  readonly headers: readonly string[];
  /** Segments of the path that name something. */
  readonly segments: readonly number[];
}

/** Hostile requests: each member, parameter, header and id has its turn, and each with one kind of value after another. */
export function hostilities({ body, parameters, headers, segments }: Sites): Deck<Hostile> {
  const members = body === undefined ? [] : membersOf(body, "");
  const rounds = Array.from({ length: kinds.length }, (_, round) =>
    members.map(({ pointer, value }, i) => {
      const [null_, nearest, further, ...others] = kindsFor(value);
      const kind = [null_, nearest, further][round] ?? others[(i + round) % others.length] ?? plainest;
      return kind.map((json): Hostile => ({ at: "body", pointer, json }));
    }),
  );
  const [first = [], ...later] = rounds;
  const asBytes = bytes.map((json): Hostile => ({ at: "body", pointer: "", json, isBytes: true }));
  const further = inTurns<Arbitrary<Hostile>>([
    later.flat(),
    body === undefined ? [] : [asBytes],
    parameters.flatMap((name) =>
      [exponents, numerals, hostileText].map((text) =>
        text.map((value): Hostile => ({ at: "query", name, value })),
      ),
    ),
    headers.map((name) => headerText.map((value): Hostile => ({ at: "header", name, value }))),
    segments.flatMap((segment) =>
      pathTexts.map((text) => text.map((value): Hostile => ({ at: "path", segment, value }))),
    ),
  ]);
  return deckOf([...first, ...further]);
}

interface Member {
  readonly pointer: string;
  readonly value: unknown;
}

/** The body itself, and all its members and items. */
function membersOf(value: unknown, pointer: string): readonly Member[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [{ pointer, value }, ...inner.flatMap(([name, member]) => membersOf(member, `${pointer}/${name}`))];
}

/** All kinds of values, those first that whoever expects such a value is likely to stumble over. */
function kindsFor(lawful: unknown): readonly Arbitrary<string>[] {
  const nearest = { number: [largeNumbers, oddNumbers], string: [longTexts, surrogates] };
  const usual = nearest[typeof lawful as keyof typeof nearest] ?? [objects, arrays];
  const first = [plainest, ...(Array.isArray(lawful) ? otherLengths(lawful) : usual)];
  return [...first, ...kinds.filter((kind) => !first.includes(kind))];
}

/** A list of nothing, and of its first item again and again: whoever joins or indexes them may not be ready for it. */
function otherLengths([item]: readonly unknown[]): readonly Arbitrary<string>[] {
  const repeated = fc.constantFrom(2, 1000).map((times) => JSON.stringify(Array(times).fill(item ?? null)));
  return [fc.constant("[]"), repeated];
}

/** One of each list in turn, so that a short run meets all of them. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}

/** Signs that are more, or less, than they look like: one beyond 16 bits, marks, controls. */
const oddSigns = [
  "😀",
  "\u202e",
  "\u200b",
  "\u200d",
  "\u2066",
  "\ufeff",
  "\u0000",
  "\u0007",
  "\u001b[31m",
  "\u2028",
];
const lookAlikes = ["АUD", "ＡＵＤ", "AUḌ", "ΑUD", "aud", "JPY", "KWD", "BHD", "XXX", "XAU", "ZZZ"];
const injections = [
  "' OR '1'='1",
  "{{7*7}}",
  "${jndi:ldap://localhost/a}",
  "%s%n%x",
  "../../etc/passwd",
  "<script>",
  "-1",
  "NaN",
  "Infinity",
  "__proto__",
  "constructor",
];

/** Any code points at all; fast-check's own text over all of them takes a second to prepare. */
const anyText: Arbitrary<string> = fc
  .array(fc.oneof(fc.nat(0xff), fc.nat(0xffff), fc.nat(0x10ffff)), { maxLength: 20 })
  .map((codePoints) => String.fromCodePoint(...codePoints));

const hostileText: Arbitrary<string> = fc.oneof(
  fc.constantFrom("", " ", ...injections, ...lookAlikes),
  fc.tuple(word, fc.constantFrom(...oddSigns), word).map((parts) => parts.join("")),
  fc.constantFrom(...oddSigns),
  anyText,
  fc.constantFrom("140.76", "1e400", "0x10", "007", "1,5"),
);

/** Numbers as JSON may write them, whatever a double makes of them. */
const largeNumbers: Arbitrary<string> = fc.oneof(
  fc.constantFrom("9007199254740993", "9223372036854775808", "1e400", "-1e400"),
  fc.integer({ min: 17, max: 400 }).map((digits) => "9".repeat(digits)),
);
const oddNumbers: Arbitrary<string> = fc.oneof(
  fc.constantFrom("0", "-0", "1.0", "1e2", "1e-400", "0.1", "-1"),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
);

/** As deep as a lawful body may well be, and deeper than many a program goes. */
const depths = fc.oneof(fc.integer({ min: 20, max: 100 }), fc.integer({ min: 1, max: 3000 }));
const nested = fc
  .tuple(fc.constantFrom(["[", "]"], ['{"a":', "}"]), depths)
  .map(([[open, close], depth]) => `${(open ?? "").repeat(depth)}1${(close ?? "").repeat(depth)}`);

const objects: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "{}",
    '{"__proto__":{"isAdmin":true}}',
    '{"constructor":{"prototype":{"isAdmin":true}}}',
    '{"toString":1,"valueOf":null,"toJSON":1,"then":1,"length":-1}',
    '{"$gt":""}',
    '{"$ne":null}',
    '{"a":1,"a":2}',
    '{"":{}}',
  ),
  fc.tuple(word, word).map(([one, other]) => `{"${one}":1,"${other}":{"${one}":[]},"${one}":null}`),
  nested,
);

/** Texts whose escapes are no characters. */
const surrogates = fc.constantFrom('"\\ud800"', '"a\\udc00"', '"\\udc00\\ud800"', '"\\u0000"', '"\\ud83d x"');

const plainest: Arbitrary<string> = fc.constant("null");
const arrays: Arbitrary<string> = fc.constantFrom("[]", "[null]", "[[]]", "[{}]");
const texts: Arbitrary<string> = hostileText.map((text) => JSON.stringify(text));
/** Longer than the columns that texts are kept in. */
const longTexts: Arbitrary<string> = fc
  .integer({ min: 8, max: 16 })
  .map((power) => JSON.stringify("x".repeat(2 ** power + 1)));

/** JSON texts by kind. */
const kinds: readonly Arbitrary<string>[] = [
  plainest,
  objects,
  arrays,
  longTexts,
  texts,
  largeNumbers,
  oddNumbers,
  fc.constantFrom("true", "false", '""', '"1"'),
  surrogates,
  fc.json({ maxDepth: 3 }),
  nested,
];

/** Bytes, one a character, that are no UTF-8 or no JSON. */
const bytes: Arbitrary<string> = fc.oneof(
  fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array).toString("latin1")),
  fc.constantFrom(
    "\xef\xbb\xbf{}",
    "\xff\xfe{\0}\0",
    '{"a":"\xc3\x28"}',
    '{"a":"\xed\xa0\x80"}',
    "{}\0",
    "\x1f\x8b",
  ),
);

/** Numbers to one library, and none to the next. */
const exponents: Arbitrary<string> = fc.constantFrom("1e2", "1E1", "1e99", "2e0");

const numerals = fc.oneof(
  fc.constantFrom(
    "1e2",
    "0x1",
    "1.0",
    "-0",
    "00",
    "1e99",
    "NaN",
    "Infinity",
    "9007199254740993",
    "1_0",
    "٣",
    "",
  ),
  fc.integer().map(String),
  fc.bigInt({ min: 10n ** 18n, max: 10n ** 40n }).map(String),
);

/** Of what a header may hold in HTTP: visible ASCII, blanks within, and bytes beyond. */
const headerText: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...injections.filter((text) => /^[\x20-\x7e]+$/.test(text)),
    ",",
    ";",
    "=",
    '"',
    "q=x",
    "*/*;q=9",
  ),
  fc
    .string({ unit: fc.constantFrom(...'abcXYZ019 ,;="()<>@[]{}/\\é'), maxLength: 40 })
    .map((text) => `x${text}x`),
  fc.integer({ min: 4, max: 11 }).map((power) => "x".repeat(2 ** power)),
);

const pathTexts: readonly Arbitrary<string>[] = [
  fc.constantFrom("%25", "%2525", "100%25"),
  fc.constantFrom(
    "%00",
    "%FF",
    "..%2F",
    "%",
    "%zz",
    "null",
    "undefined",
    "-1",
    "0",
    "%2e%2e",
    "a%0d%0ab",
    ";a=b",
  ),
  hostileText.filter((text) => text.isWellFormed() && text.length < 2000).map(encodeURIComponent),
  fc.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{11,13}$/),
];
