import { InvalidArgumentError } from "commander";

/** Collects a flag that may be repeated and may hold several values separated by commas. */
export function collect(text: string, before: readonly string[] = []): readonly string[] {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.includes("")) throw new InvalidArgumentError("A name is missing.");
  return [...before, ...parts];
}

/** Collects a flag that may be repeated and is taken as it is. */
export function repeat(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** Reads a whole number within bounds. */
export function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

/** A part of the work, of several that are done elsewhere. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** A part whose index may be left to the environment. */
export interface OpenShard {
  readonly index?: number;
  readonly of: number;
}

/** Reads `2/4`, or `/4` where the environment says which. */
export function runShard(text: string): OpenShard {
  const [, of] = /^\/(\d{1,4})$/.exec(text) ?? [];
  if (of !== undefined && Number(of) > 0) return { of: Number(of) };
  return shard(text);
}

/** Reads `2/4`: the second of four parts. */
export function shard(text: string): Shard {
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (index !== undefined && of !== undefined && index >= 1 && index <= of) return { index, of };
  throw new InvalidArgumentError("Give one part of several, such as 1/4.");
}
