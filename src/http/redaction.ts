/** Masks secrets by value wherever they turn up, in the encodings that HTTP, JSON and logs give them. */
export interface Redaction {
  /** From now on `value` is shown as `$name`; too short a value would mask innocent text and is left alone. */
  learn(value: string, name: string): void;
  mask(text: string): string;
}

/** Characters a secret has at least; the spellings are found by that many of their first characters. */
const shortest = 6;

interface Spelling {
  readonly text: string;
  readonly name: string;
}

export function createRedaction(): Redaction {
  const known = new Set<string>();
  // A run learns hundreds of secrets, in ten spellings each: one pattern of them all would be too slow.
  const byStart = new Map<string, Spelling[]>();
  return {
    learn(value, name) {
      if (value.length < shortest || known.has(value)) return;
      for (const text of spellings(value)) {
        if (text.length < shortest || known.has(text)) continue;
        known.add(text);
        const alike = [...(byStart.get(text.slice(0, shortest)) ?? []), { text, name }];
        byStart.set(text.slice(0, shortest), alike.toSorted(longestFirst));
      }
    },
    mask(text) {
      let masked = "";
      let kept = 0;
      for (let i = 0; i <= text.length - shortest; i += 1) {
        const found = byStart
          .get(text.slice(i, i + shortest))
          ?.find((spelling) => text.startsWith(spelling.text, i));
        if (found === undefined) continue;
        masked += `${text.slice(kept, i)}$${found.name}`;
        kept = i + found.text.length;
        i = kept - 1;
      }
      return masked + text.slice(kept);
    },
  };
}

function spellings(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  return [
    value,
    encodeURIComponent(value),
    new URLSearchParams([["", value]]).toString().slice(1),
    JSON.stringify(value).slice(1, -1),
    ...base64Spellings(bytes),
    bytes.toString("hex"),
  ];
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

function longestFirst(one: Spelling, other: Spelling): number {
  return other.text.length - one.text.length;
}
