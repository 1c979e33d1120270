import { suites } from "../../suites/index.ts";
import {
  type Configuration,
  ConfigurationError,
  layerOf,
  loadSettings,
  type Problem,
} from "../config/index.ts";
import type { RunSettings } from "../model/index.ts";

/**
 * What a run is told: the keys of `kadosei-conformance.yaml` by the same names and with the same meaning, and what the
 * command takes as flags. A target and a merchant are enough.
 *
 * Options beat the variables of `env`, which beat the file named by `config`. Nothing else is read: no environment, no
 * file of the working directory.
 */
export interface ConformanceOptions extends Partial<Omit<Configuration, "target">> {
  /** The API to judge: its URL, or the URL with how to reach it. */
  readonly target?: string | Configuration["target"];
  /** A configuration file to start from; relative to `cwd`. */
  readonly config?: string;
  /** Where `${VARIABLES}` of that file and `KADOSEI_*` variables come from, such as the environment of the process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where relative paths start from; the working directory unless told. */
  readonly cwd?: string;
  /** Only these requirements, by id; `*` stands for any part. */
  readonly only?: readonly string[];
  /** All but these requirements, by id; `*` stands for any part. */
  readonly skip?: readonly string[];
  /** Only these suites, by name. */
  readonly suites?: readonly string[];
  /** One part of several that are judged elsewhere, counted from 1. Give all of them the same seed. */
  readonly shard?: { readonly index: number; readonly of: number };
  /** Whether a violated SHOULD fails the target. */
  readonly strict?: boolean;
  /** Whether the run stops at the first failure. */
  readonly bail?: boolean;
  /** Whether the run waits an hour for a token to expire. */
  readonly waitForExpiry?: boolean;
  /** A whole number from 0 to 4294967295: the same seed, the same values. Drawn anew unless told. */
  readonly seed?: number;
  /** Where the run makes a folder of its own with journal and reports; nothing is written unless told. */
  readonly out?: string;
  /** Interrupts the run: what is unjudged stays so, what was made is cleaned up, and there is a report. */
  readonly signal?: AbortSignal;
}

/** What of the options is no configuration: what it must be, and whether it is. */
const own: Readonly<Record<string, readonly [what: string, holds: (value: never) => boolean]>> = {
  config: ["the name of a file", isText],
  env: ["variables by their names", isRecord],
  cwd: ["the name of a folder", isText],
  only: ["a list of requirement ids", isTexts],
  skip: ["a list of requirement ids", isTexts],
  suites: ["a list of suite names", isTexts],
  shard: ["one part of several, such as { index: 1, of: 4 }", isShard],
  strict: ["true or false", isTruth],
  bail: ["true or false", isTruth],
  waitForExpiry: ["true or false", isTruth],
  seed: ["a whole number from 0 to 4294967295", (value) => isWhole(value, 0, 2 ** 32 - 1)],
  out: ["the name of a folder", isText],
  signal: ["an AbortSignal", (value: unknown) => value instanceof AbortSignal],
};

/**
 * The settings that options come to, checked like a configuration file.
 *
 * @throws ConfigurationError that names every problem found.
 */
export function settingsFrom(options: ConformanceOptions): RunSettings {
  const said: unknown = options;
  if (!isRecord(said)) throw invalid([{ where: "options", what: "must be an object" }]);
  const problems = Object.entries(own).flatMap(([name, [what, holds]]): Problem[] => {
    const value = said[name];
    return value === undefined || holds(value as never)
      ? []
      : [{ where: "options", what: `\`${name}\` must be ${what}` }];
  });
  if (problems.length > 0) throw invalid(problems);
  const { config, env = {}, cwd = ".", only, skip, strict, bail, waitForExpiry, seed } = options;
  const flags = {
    config,
    only,
    skip,
    suite: options.suites,
    strict,
    bail,
    waitForExpiry,
    seed: seed?.toString(),
  };
  const ids = suites.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  return loadSettings({ flags: defined(flags), env, cwd, ids, builtIn: configurationIn(options) });
}

/** What the options say of the configuration, as one of its layers. */
function configurationIn(options: ConformanceOptions) {
  const { target } = options;
  const whole = { ...options, target: typeof target === "string" ? { url: target } : target };
  const entries = Object.entries(whole)
    .filter(([name, value]) => value !== undefined && !Object.hasOwn(own, name))
    .map(([name, value]) => ({ path: [name], value: plain(name, value), place: "options" }));
  return layerOf(entries);
}

/** As a file would spell it: members without a value left out, and no way back to the caller's objects. */
function plain(name: string, value: unknown): unknown {
  try {
    const spelled = JSON.stringify(value, (_, member: unknown) =>
      typeof member === "function" || typeof member === "symbol" ? null : member,
    );
    return JSON.parse(spelled);
  } catch (cause) {
    const what = `\`${name}\` holds what no file could: a circle, a big integer, or an object of a kind of its own`;
    throw invalid([{ where: "options", what }], cause);
  }
}

function invalid(problems: readonly Problem[], cause?: unknown): ConfigurationError {
  return new ConfigurationError("invalid-configuration", problems, { cause });
}

type Defined<T> = { readonly [name in keyof T]?: Exclude<T[name], undefined> };

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isTruth(value: unknown): boolean {
  return typeof value === "boolean";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function isShard(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return isWhole(value["of"], 1, 9999) && isWhole(value["index"], 1, Number(value["of"]));
}
