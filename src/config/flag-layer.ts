import type { Problem } from "./configuration-error.ts";
import { type Entry, type Layer, layerOf } from "./layer.ts";
import { convert } from "./schema-tree.ts";
import type { Path } from "./tree.ts";

/** What the command line says about a run, as it was typed. */
export interface Flags {
  readonly url?: string;
  readonly email?: string;
  readonly password?: string;
  readonly apiKey?: string;
  readonly application?: string;
  readonly config?: string;
  readonly claims?: readonly string[];
  readonly without?: readonly string[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly suite?: readonly string[];
  readonly strict?: boolean;
  readonly bail?: boolean;
  readonly waitForExpiry?: boolean;
  readonly seed?: string;
  readonly concurrency?: string;
  readonly rate?: string;
  readonly timeout?: string;
  readonly cases?: string;
  readonly runTimeout?: string;
  /** How long generated requirements draw further cases. */
  readonly time?: string;
  readonly insecure?: boolean;
  readonly ca?: string;
  readonly proxy?: string;
  /** `Name: value` each. */
  readonly header?: readonly string[];
}

const homes: readonly (readonly [keyof Flags, string, Path])[] = [
  ["url", "--url", ["target", "url"]],
  ["email", "--email", ["merchant", "email"]],
  ["password", "--password", ["merchant", "password"]],
  ["apiKey", "--api-key", ["application", "apiKey"]],
  ["application", "--application", ["application", "id"]],
  ["claims", "--claims", ["claims"]],
  ["without", "--without", ["without"]],
  ["concurrency", "--concurrency", ["limits", "concurrency"]],
  ["rate", "--rate", ["limits", "requestsPerSecond"]],
  ["timeout", "--timeout", ["limits", "timeout"]],
  ["cases", "--cases", ["limits", "cases"]],
  ["runTimeout", "--run-timeout", ["limits", "runTimeout"]],
  ["insecure", "--insecure", ["target", "tls", "insecure"]],
  ["ca", "--ca", ["target", "tls", "ca"]],
  ["proxy", "--proxy", ["target", "proxy"]],
];

export function flagLayer(flags: Flags, problems: Problem[]): Layer {
  const entries = homes.flatMap(([flag, place, path]): Entry[] => {
    const value = flags[flag];
    return value === undefined ? [] : [{ path, place, value: valueOf(value, path) }];
  });
  return layerOf([...entries, ...(flags.header ?? []).flatMap((line) => headerEntry(line, problems))]);
}

function valueOf(value: Flags[keyof Flags], path: Path): unknown {
  if (typeof value === "string") return convert(value, path);
  return Array.isArray(value) ? [...new Set(value)] : value;
}

function headerEntry(line: string, problems: Problem[]): Entry[] {
  const [, name, value] = /^([^:]+):\s*(.*)$/s.exec(line) ?? [];
  if (name !== undefined && value !== undefined) {
    return [{ path: ["target", "headers", name.trim()], value, place: "--header" }];
  }
  problems.push({ where: "--header", what: 'must be written "Name: value"' });
  return [];
}
