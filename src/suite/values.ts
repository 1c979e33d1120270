import { createHash } from "node:crypto";

/** The values a check makes: repeatable from the seed, except for identities, which no other run may share. */
export interface Values {
  /** A whole number from `min` to `max`, both included; the same for the same seed. */
  integer(min: number, max: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** Letters and digits; the same for the same seed. */
  word(length: number): string;
  /** A version 4 UUID that is new to the target. */
  uuid(): string;
  /** A name that is new to the target and tells which run made it. */
  name(): string;
}

export interface Origin {
  readonly seed: number;
  readonly runId: string;
  /** Requirement and variant: the place in the run that the values are for. */
  readonly place: string;
  /** A check that is run again makes the same choices, under new identities. */
  readonly attempt: number;
}

/**
 * Choices derive from seed and place, so that a run can be repeated exactly. Identities derive from the run as
 * well: a name or an idempotency key that an earlier run has used would meet that run's state.
 */
export function createValues({ seed, runId, place, attempt }: Origin): Values {
  const choice = drawing(`${seed}/${place}`);
  const identity = drawing(`${runId}/${place}/${attempt}`);
  const integer = (min: number, max: number) => min + (choice().readUInt32BE(0) % (max - min + 1));
  return {
    integer,
    pick: (choices) => choices[integer(0, choices.length - 1)] ?? choices[0],
    word: (length) => Array.from({ length }, () => alphabet[integer(0, alphabet.length - 1)]).join(""),
    uuid: () => uuidOf(identity()),
    name: () => `kc-${runId}-${identity().toString("hex").slice(0, 12)}`,
  };
}

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

function drawing(key: string): () => Buffer {
  let count = 0;
  return () => createHash("sha256").update(`${key}#${count++}`).digest();
}

function uuidOf(bytes: Buffer): string {
  const version = (bytes.readUInt8(6) & 0x0f) | 0x40;
  const variant = (bytes.readUInt8(8) & 0x3f) | 0x80;
  bytes.writeUInt8(version, 6);
  bytes.writeUInt8(variant, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
