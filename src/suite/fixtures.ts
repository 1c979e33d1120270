import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "yaml";

const { resolve } = createRequire(import.meta.url);

const read = new Map<string, unknown>();

/** Reads a table of `fixtures/`, by its name without `.yaml`. The caller names the shape that the file has. */
export function fixture<T>(name: string): T {
  if (!read.has(name)) read.set(name, parse(readFileSync(resolve(`#fixtures/${name}.yaml`), "utf8")));
  return read.get(name) as T;
}
