import { Violation } from "./violation.ts";

/** Bits of chance that a secret must carry. */
const enough = 128;
/** Among twenty random characters hardly ever fewer are different, however small the alphabet. */
const fewest = 5;

/** What can be told of how keys are made, from a number of them. */
export interface Strength {
  readonly distinct: number;
  /** Characters that all of them begin with. */
  readonly shared: number;
  /** Bits in the characters that vary from key to key as chance would have them vary. */
  readonly bits: number;
}

export function strengthOf(keys: readonly string[]): Strength {
  const shortest = Math.min(...keys.map((key) => key.length));
  const columns = Array.from({ length: shortest }, (_, i) => new Set(keys.map((key) => key[i])));
  const shared = columns.findIndex(({ size }) => size > 1);
  const random = columns.filter(({ size }) => size >= fewest);
  const alphabet = new Set(random.flatMap((column) => [...column]));
  const bits = Math.floor(random.length * Math.log2(Math.max(1, alphabet.size)));
  return { distinct: new Set(keys).size, shared: shared < 0 ? shortest : shared, bits };
}

/** Judges keys that were issued one after the other. */
export function judgeStrength(keys: readonly string[], where = "fullKey of the issued keys"): Strength {
  const strength = strengthOf(keys);
  const { distinct, bits } = strength;
  if (distinct < keys.length)
    throw weak(where, `${keys.length} different keys`, `${distinct} different ones`);
  if (bits < enough) throw weak(where, `at least ${enough} bits that vary at random`, `about ${bits} bits`);
  return strength;
}

function weak(where: string, expected: string, actual: string): Violation {
  const hint =
    "take at least 16 bytes from the system's secure random source, and nothing from clock or counter";
  return new Violation({ where, expected, actual, hint });
}
