/** Masks secrets by value wherever they turn up, in the encodings that HTTP, JSON and logs give them. */
export interface Redaction {
  /** From now on `value` is shown as `$name`; too short a value would mask innocent text and is left alone. */
  learn(value: string, name: string): void;
  mask(text: string): string;
}

const shortest = 6;

export function createRedaction(): Redaction {
  const masks = new Map<string, string>();
  let pattern: RegExp | undefined;
  return {
    learn(value, name) {
      if (value.length < shortest || masks.has(value)) return;
      for (const spelling of spellings(value)) if (!masks.has(spelling)) masks.set(spelling, `$${name}`);
      pattern = undefined;
    },
    mask(text) {
      if (masks.size === 0) return text;
      pattern ??= new RegExp([...masks.keys()].toSorted(longestFirst).map(quoted).join("|"), "g");
      return text.replace(pattern, (found) => masks.get(found) ?? found);
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

function longestFirst(one: string, other: string): number {
  return other.length - one.length;
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
