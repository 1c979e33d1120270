import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { RunSettings } from "../model/index.ts";
import type { Configuration } from "./configuration.ts";
import { ConfigurationError, type Problem } from "./configuration-error.ts";
import { type Environment, environmentLayer } from "./environment-layer.ts";
import { type ConfigurationFile, fileLayer } from "./file-layer.ts";
import { type Flags, flagLayer } from "./flag-layer.ts";
import { type Layer, stack } from "./layer.ts";
import { brokenRules } from "./rules.ts";
import { secretsIn } from "./secret-variables.ts";
import { schemaProblems } from "./schema-problems.ts";
import { isDuration } from "./quantities.ts";
import { settingsFrom } from "./settings.ts";
import { type Path, at, lay } from "./tree.ts";

/** Name of the configuration file that is read when it lies in the working directory. */
export const configurationFileName = "kadosei-conformance.yaml";

export interface SettingsSources {
  readonly flags?: Flags;
  readonly env?: Environment;
  /** Where the file is looked for and what relative paths on the command line start from. */
  readonly cwd?: string;
  /**
   * What a program says, or the bundled reference server: beats the environment, and no file is read but one that
   * `flags` name.
   */
  readonly builtIn?: Layer;
  /** What an earlier run was told. */
  readonly earlier?: Earlier;
  /** The ids of all requirements: an expected failure of any other is refused with its place. */
  readonly ids?: readonly string[];
}

/** The settings of an earlier run, so that it can be repeated. */
export interface Earlier {
  /** Beats all but flags: without it, another run would come of it. */
  readonly fixed: Layer;
  /** Goes with credentials, and so gives way to whatever comes with those. */
  readonly usual: Layer;
}

/**
 * Merges flags, environment, file and defaults, in this order, into what a run is told.
 * Throws a {@link ConfigurationError} that names every problem found.
 */
export function loadSettings(sources: SettingsSources): RunSettings {
  const { flags = {}, env = {}, cwd = ".", builtIn, earlier, ids } = sources;
  const problems: Problem[] = [];
  const isByCode = builtIn !== undefined;
  const file = isByCode && flags.config === undefined ? undefined : findFile(flags, env, cwd);
  const own = stack([
    ...(builtIn === undefined ? [] : [resolvePaths(builtIn, cwd)]),
    resolvePaths(environmentLayer(env), cwd),
    ...(file === undefined ? [] : [resolvePaths(fileLayer(file, env, problems), dirname(file.path))]),
  ]);
  const merged = stack([
    resolvePaths(flagLayer(flags, problems), cwd),
    ...(earlier === undefined ? [own] : [earlier.fixed, own, earlier.usual]),
  ]);
  if (earlier !== undefined && flags.url === undefined) problems.push(...otherTarget(own, earlier));
  const seed = seedFrom(flags, env, problems);
  problems.push(...timeProblems(flags));
  const waitForExpiry = flags.waitForExpiry ?? false;
  const told = new Set(problems.map(({ where }) => where));
  const rest = [...schemaProblems(merged), ...brokenRules({ ...merged, waitForExpiry, isByCode, ids })];
  problems.push(...rest.filter(({ where }) => !told.has(where)));
  if (problems.length > 0) throw new ConfigurationError("invalid-configuration", distinct(problems));
  return settingsFrom(merged.tree as unknown as Configuration, flags, seed, secretsIn(merged));
}

const url: Path = ["target", "url"];

/** Credentials go to the target that they stand beside, not to whatever an earlier run names. */
function otherTarget(own: Layer, { fixed }: Earlier): readonly Problem[] {
  const [ours, theirs] = [at(own.tree, url), at(fixed.tree, url)].map(originOf);
  if (ours === undefined || theirs === undefined || ours === theirs) return [];
  const what = `is another target than the earlier run's (${theirs}); say with --url which one is meant`;
  return [{ where: own.placeOf(url), what }];
}

function originOf(address: unknown): string | undefined {
  return typeof address === "string" && URL.canParse(address) ? new URL(address).origin : undefined;
}

/** The configuration file that a run would read, if any. */
export function findFile(flags: Flags, env: Environment, cwd: string): ConfigurationFile | undefined {
  const named = flags.config ?? (env["KADOSEI_CONFIG"] === "" ? undefined : env["KADOSEI_CONFIG"]);
  const path = resolve(cwd, named ?? configurationFileName);
  return named === undefined && !existsSync(path) ? undefined : { path, name: relative(cwd, path) || path };
}

const files: readonly Path[] = [
  ["target", "tls", "ca"],
  ["receiver", "certificate"],
  ["receiver", "key"],
];

/** A file lies relative to where it was written. */
function resolvePaths(layer: Layer, folder: string): Layer {
  const tree = files.reduce((known, path) => {
    const file = at(known, path);
    return typeof file === "string" && file !== "" ? lay(nested(path, resolve(folder, file)), known) : known;
  }, layer.tree as unknown);
  return { ...layer, tree: tree as Layer["tree"] };
}

function nested(path: Path, value: unknown): unknown {
  return path.toReversed().reduce((inner, name) => ({ [name]: inner }), value);
}

function seedFrom(flags: Flags, env: Environment, problems: Problem[]): number {
  const where = flags.seed === undefined ? "KADOSEI_SEED" : "--seed";
  const text = flags.seed ?? env["KADOSEI_SEED"] ?? "";
  if (text === "" && where === "KADOSEI_SEED") return randomInt(2 ** 32);
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Infinity;
  if (seed >= 2 ** 32) problems.push({ where, what: "must be a whole number from 0 to 4294967295" });
  return seed;
}

function timeProblems({ time }: Flags): readonly Problem[] {
  if (time === undefined || isDuration(time)) return [];
  return [{ where: "--time", what: "must be a duration such as 90s, 10m or 8h" }];
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  const byText = new Map(problems.map((problem) => [`${problem.where}: ${problem.what}`, problem]));
  return [...byText.values()];
}
