/** A text as UTF-8 bytes, a character each, that knows where in the original each of them came from. */
export interface SpelledText {
  readonly bytes: string;
  /** Offset in the original of a byte; of the one behind the last, the original's length. */
  at(index: number): number;
}

/** The bytes of a text as it stands. */
export function spelledText(text: string): SpelledText {
  if (isAscii(text)) return { bytes: text, at: (index) => index };
  const bytes: string[] = [];
  const places: number[] = [];
  let offset = 0;
  for (const character of text) {
    const spelled = bytesOf(character);
    for (let i = 0; i < spelled.length; i += 1) places.push(offset);
    bytes.push(spelled);
    offset += character.length;
  }
  return { bytes: bytes.join(""), at: (index) => places[index] ?? text.length };
}

/** The UTF-8 bytes of a text, a character each. */
export function bytesOf(text: string): string {
  return isAscii(text) ? text : Buffer.from(text).toString("latin1");
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

/** How a text may be escaped: in URLs; in JSON and programming languages, surrogates together; in HTML and XML. */
export const escapings = {
  url: /%[0-9a-f]{2}/gi,
  json: /\\u[0-9a-f]{4}(?:\\u[0-9a-f]{4})*|\\x[0-9a-f]{2}|\\["'\\/bfnrt]/gi,
  html: /&#x[0-9a-f]{1,6};|&#\d{1,7};|&(?:amp|lt|gt|quot|apos);/gi,
} as const;

export type Escaping = keyof typeof escapings;

/** What a text reads once its escapes of one kind are undone; undefined where there are none. */
export function unescaped({ bytes, at }: SpelledText, escaping: Escaping): SpelledText | undefined {
  const parts: string[] = [];
  const places: number[] = [];
  let done = 0;
  const keep = (until: number) => {
    parts.push(bytes.slice(done, until));
    for (let i = done; i < until; i += 1) places.push(at(i));
  };
  for (const { 0: escape, index } of bytes.matchAll(escapings[escaping])) {
    keep(index);
    const meant = meaningOf(escape);
    parts.push(meant);
    for (let i = 0; i < meant.length; i += 1) places.push(at(index));
    done = index + escape.length;
  }
  if (done === 0) return undefined;
  keep(bytes.length);
  const end = at(bytes.length);
  return { bytes: parts.join(""), at: (index) => places[index] ?? end };
}

const short: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The bytes that an escape stands for. */
function meaningOf(escape: string): string {
  if (escape.startsWith("%")) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  if (/^\\x/i.test(escape)) return encoded(Number.parseInt(escape.slice(2), 16));
  if (/^\\u/i.test(escape))
    return bytesOf(
      escape.replace(/\\u(....)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  if (escape.startsWith("\\")) return short[escape.slice(1)] ?? escape.slice(1);
  const [, hex] = /^&#x(.+);$/i.exec(escape) ?? [];
  if (hex !== undefined) return encoded(Number.parseInt(hex, 16));
  const [, decimal] = /^&#(\d+);$/.exec(escape) ?? [];
  if (decimal !== undefined) return encoded(Number(decimal));
  return named[escape.slice(1, -1).toLowerCase()] ?? escape;
}

function encoded(code: number): string {
  return code <= 0x10_ffff ? bytesOf(String.fromCodePoint(code)) : "\uFFFD";
}
