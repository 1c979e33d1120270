import type { World } from "./world.ts";

/** How many characters of a credential may show at its start and at its end. */
const shownAtStart = 8;
const shownAtEnd = 4;

/** Whether a fingerprint is the credential's first 8 and last 4 characters about a mask, and what was expected. */
export function masking(credential: string): readonly [(value: unknown) => boolean, string] {
  const [start, end] = [credential.slice(0, shownAtStart), credential.slice(-shownAtEnd)];
  // What a shorter credential looks like is not documented.
  const isShort = credential.length <= shownAtStart + shownAtEnd;
  const holds = (value: unknown) =>
    typeof value === "string" && (isShort ? value !== credential : isMasked(value, credential, start, end));
  return [holds, isShort ? "a fingerprint" : `"${start}", a mask and "${end}"`];
}

function isMasked(value: string, credential: string, start: string, end: string): boolean {
  if (!value.startsWith(start) || !value.endsWith(end) || value.length <= start.length + end.length)
    return false;
  const mask = value.slice(shownAtStart, -shownAtEnd);
  return !reveals(mask, credential.slice(shownAtStart, -shownAtEnd));
}

/** A mask of one repeated character tells nothing, nor does a word such as "hidden"; what the mask is made of is open. */
const innocent = /^([^])\1+$|^[^\p{L}\p{N}]+$|redacted|hidden|masked/iu;

function reveals(mask: string, middle: string): boolean {
  if (innocent.test(mask)) return false;
  if (mask.at(0) === middle.at(0) || mask.at(-1) === middle.at(-1)) return true;
  return Array.from({ length: Math.max(0, middle.length - 2) }, (_, i) => middle.slice(i, i + 3)).some(
    (part) => mask.includes(part),
  );
}

/** Another credential of the same form, in which all that a fingerprint hides and its last characters are new. */
export function anotherCredential({ given, keepSecret }: World, credential: string): string {
  const { integer } = given.values;
  const shifted = [...credential].map((character, i) =>
    i < shownAtStart ? character : shiftedBy(integer(1, 9), character),
  );
  keepSecret(shifted.join(""), "KADOSEI_PROVIDER_KEY");
  return shifted.join("");
}

/** A digit becomes another digit, a letter another letter of its case; signs stay. */
function shiftedBy(steps: number, character: string): string {
  const alphabets = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const alphabet = alphabets.find((letters) => letters.includes(character));
  if (alphabet === undefined) return character;
  return alphabet.charAt((alphabet.indexOf(character) + steps) % alphabet.length);
}
