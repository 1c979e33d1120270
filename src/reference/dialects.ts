import { alternatives } from "./dialects/alternatives.ts";
import { contrary, contraryChoices } from "./dialects/contrary.ts";
import type { Dialect } from "./fault.ts";

const dialects: Readonly<Record<string, Dialect>> = { contrary, ...contraryChoices, ...alternatives };

/** `contrary`, and the names of the single choices. */
export const dialectNames = (): string[] => Object.keys(dialects);

/** The dialect of that name, if there is one. */
export const findDialect = (name: string): Dialect | undefined =>
  Object.hasOwn(dialects, name) ? dialects[name] : undefined;
