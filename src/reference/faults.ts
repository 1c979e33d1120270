import { readdirSync } from "node:fs";
import type { Fault } from "./fault.ts";

const folder = new URL("./faults/", import.meta.url);

// Compiled the files end in .js, under vitest in .ts, as this one does.
const ending = import.meta.url.endsWith(".ts") ? ".ts" : ".js";

/** The names of all faults, in alphabetical order. */
export const faultNames = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending) && !/\.(?:d|test)\.[jt]s$/.test(file))
    .map((file) => file.slice(0, -ending.length))
    .toSorted();

export class UnknownFaultError extends Error {
  override readonly name = "UnknownFaultError";
  readonly code = "UNKNOWN_FAULT";
  /** The names that come closest. */
  readonly nearest: readonly string[];

  constructor(name: string, nearest: readonly string[]) {
    super(`There is no fault "${name}". Did you mean ${nearest.join(", ")}?`);
    this.nearest = nearest;
  }
}

/** How many letters have to change to get from one to the other. */
const distance = (left: string, right: string): number => {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...right].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

const nearest = (name: string, names: readonly string[]): string[] =>
  names.toSorted((left, right) => distance(name, left) - distance(name, right)).slice(0, 3);

const isFault = (value: unknown): value is Fault =>
  typeof value === "object" && value !== null && "wrap" in value && typeof value.wrap === "function";

/** Loads a fault by its name. Throws {@link UnknownFaultError} for a name that is none. */
export const loadFault = async (name: string): Promise<Fault> => {
  const names = faultNames();
  if (!names.includes(name)) throw new UnknownFaultError(name, nearest(name, names));
  const module: unknown = await import(new URL(`${name}${ending}`, folder).href);
  const fault = typeof module === "object" && module !== null && "fault" in module ? module.fault : undefined;
  if (!isFault(fault)) throw new TypeError(`faults/${name} does not export a fault`);
  return fault;
};
