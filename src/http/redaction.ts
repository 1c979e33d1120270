import {
  bytesOf,
  type Escaping,
  escapings,
  type SpelledText,
  spelledText,
  unescaped,
} from "./spelled-text.ts";

/** Masks secrets by value wherever they turn up, in the encodings that HTTP, JSON, HTML and logs give them. */
export interface Redaction {
  /**
   * From now on `value` is shown as `$name`, and as `$name_URLENCODED`, `_JSON`, `_HTML`, `_BASE64` or `_HEX` where it
   * is spelled so. Too short a value would mask innocent text and is left alone.
   */
  learn(value: string, name: string): void;
  mask(text: string): string;
  /** Learns for a while: `forget` takes back what it was the first to learn. */
  lease(): Pick<Redaction, "learn"> & { forget(): void };
}

const kinds = Object.keys(escapings) as Escaping[];

/** Characters a secret has at least; the spellings are found by that many of their first bytes. */
const shortest = 6;

/** Layers of escapes that are undone: JSON as a string of JSON, echoed in a URL, and all of that in a page. */
const deepest = 4;

interface Spelling {
  readonly bytes: string;
  readonly name: string;
}

/**
 * Spellings by how they begin, the longest first: a run learns hundreds of secrets, and one pattern of them all would be
 * too slow.
 */
type Known = ReadonlyMap<string, readonly Spelling[]>;

export function createRedaction(): Redaction {
  /** Values that all spellings are known of. */
  const told = new Set<string>();
  const all = new Set<string>();
  const known = new Map<string, readonly Spelling[]>();
  /** Tells of each spelling that is new. */
  const learn = (value: string, name: string, learned: (bytes: string) => void) => {
    if (value.length < shortest) return;
    for (const [bytes, suffix] of spellings(value)) {
      if (bytes.length < shortest || all.has(bytes)) continue;
      all.add(bytes);
      learned(bytes);
      const start = bytes.slice(0, shortest);
      const alike = known.get(start) ?? [];
      const shorter = alike.findIndex((spelling) => spelling.bytes.length < bytes.length);
      const place = shorter === -1 ? alike.length : shorter;
      known.set(start, alike.toSpliced(place, 0, { bytes, name: name + suffix }));
    }
  };
  const forget = (bytes: string) => {
    const start = bytes.slice(0, shortest);
    const others = known.get(start)?.filter((spelling) => spelling.bytes !== bytes) ?? [];
    all.delete(bytes);
    told.clear();
    if (others.length === 0) known.delete(start);
    else known.set(start, others);
  };
  return {
    learn(value, name) {
      // Nearly every exchange gives away what others gave away before.
      if (told.has(value)) return;
      told.add(value);
      learn(value, name, () => undefined);
    },
    lease() {
      const own: string[] = [];
      return {
        learn: (value, name) => learn(value, name, (bytes) => own.push(bytes)),
        forget: () => own.splice(0).forEach(forget),
      };
    },
    mask(text) {
      let masked = text;
      // Grows while it is walked: below every kind of escape that the text has, there may be others.
      const peelings: (readonly Escaping[])[] = [[]];
      for (const peeling of peelings) {
        const peeled = peel(spelledText(masked), peeling);
        if (peeled === undefined) continue;
        masked = maskedAt(masked, peeled, known);
        if (peeling.length < deepest) peelings.push(...kinds.map((kind) => [...peeling, kind]));
      }
      return masked;
    },
  };
}

/** A text with some layers of escapes undone; undefined where it has none such. */
function peel(spelled: SpelledText, peeling: readonly Escaping[]): SpelledText | undefined {
  return peeling.reduce<SpelledText | undefined>(
    (peeled, kind) => peeled && unescaped(peeled, kind),
    spelled,
  );
}

function maskedAt(text: string, { bytes, at }: SpelledText, known: Known): string {
  let masked = "";
  let kept = 0;
  for (let i = 0; i <= bytes.length - shortest; i += 1) {
    const found = known
      .get(bytes.slice(i, i + shortest))
      ?.find((spelling) => bytes.startsWith(spelling.bytes, i));
    if (found === undefined) continue;
    const start = at(i);
    const end = at(i + found.bytes.length);
    masked += text.slice(kept, start) + variable(found, text.slice(start, end), text.charAt(end));
    kept = end;
    i += found.bytes.length - 1;
  }
  return masked + text.slice(kept);
}

/** The variable that stands for what was found; in braces where a shell would take the next character for its name. */
function variable({ bytes, name }: Spelling, found: string, next: string): string {
  const suffix = bytesOf(found) === bytes ? "" : suffixOf(found);
  const spelled = name.endsWith(suffix) ? name : name + suffix;
  return /\w/.test(next) ? `\${${spelled}}` : `$${spelled}`;
}

function suffixOf(found: string): string {
  if (found.includes("\\")) return "_JSON";
  return found.includes("%") ? "_URLENCODED" : "_HTML";
}

function spellings(value: string): readonly (readonly [bytes: string, suffix: string])[] {
  const bytes = Buffer.from(value);
  const hex = bytes.toString("hex");
  const inForms: readonly (readonly [string, string])[] = value.includes(" ")
    ? [[bytesOf(value.replaceAll(" ", "+")), "_URLENCODED"]]
    : [];
  return [
    [bytesOf(value), ""],
    ...inForms,
    ...escapedOnce(value).flatMap((text) =>
      base64Spellings(Buffer.from(text)).map((spelled) => [spelled, "_BASE64"] as const),
    ),
    [hex, "_HEX"],
    [hex.toUpperCase(), "_HEX"],
  ];
}

/** Within base64 no escape can be undone: what JSON and URLs make of the value is encoded as well. */
function escapedOnce(value: string): readonly string[] {
  const inJson = JSON.stringify(value).slice(1, -1);
  const inJsonTwice = JSON.stringify(inJson).slice(1, -1);
  return [...new Set([value, inJson, inJsonTwice, encodeURIComponent(value.toWellFormed())])];
}

/** Base64 of a text that holds the value: the three alignments, without the characters that the neighbours share. */
function base64Spellings(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const inner = padded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
