import type { Claim, Level, Need, Requirement, Source } from "../model/index.ts";
import type { Answer } from "./answer.ts";
import type { Expect } from "./expect/index.ts";
import type { World } from "./world.ts";

/** One row of a table of variants: judged and reported by itself, inside its requirement. */
export interface Variant {
  readonly name: string;
  /** Where a variant is known less firmly than its requirement. */
  readonly level?: Level;
  readonly capability?: Claim;
  readonly needs?: readonly Need[];
  /** About something a lawful target may lack: its absence leaves nothing unjudged. */
  readonly optional?: boolean;
}

interface Common {
  readonly source: Source;
  /** The faults of the reference server that the requirement must catch. */
  readonly fault: string | readonly string[];
  readonly capability?: Claim;
  readonly needs?: readonly Need[];
  /** Judged while nothing else of the run talks to the target. */
  readonly alone?: boolean;
  /** About something a lawful target may lack: its absence leaves nothing unjudged. */
  readonly optional?: boolean;
}

export interface Checked<V extends Variant> extends Common {
  readonly variants?: readonly V[];
  readonly check: (world: World, variant: V) => Promise<void>;
  /** A rule that remembers something of the run is given as a function: each run makes it anew. */
  readonly observe?: Observation | (() => Observation);
}

/** A rule for every exchange of the run, whichever requirement caused it. */
export interface Observation {
  /** By what the exchanges are counted in the note about them, such as their status. */
  readonly kind?: (answer: Answer) => string;
  readonly when: (answer: Answer) => boolean;
  readonly check: (world: { readonly expect: Expect }, answer: Answer) => void;
}

export interface Case {
  readonly variant: Variant | undefined;
  readonly check: (world: World) => Promise<void>;
}

/** A requirement together with the code that judges it. */
export interface Judgeable extends Requirement {
  readonly cases: readonly Case[];
  readonly observe?: Observation | (() => Observation);
  readonly alone: boolean;
  readonly optional: boolean;
  /** Why nothing judges it, where nothing can. */
  readonly untested?: string;
}

export interface Suite {
  readonly name: string;
  readonly title: string;
  readonly requirements: readonly Judgeable[];
}

export type Draft = Omit<Judgeable, "id" | "suite" | "capability"> & { readonly capability?: Claim };

type Declare = {
  <V extends Variant = Variant>(title: string, options: Checked<V>): Draft;
  /** A requirement that can't be judged from outside, with the reason. */
  untested(title: string, options: { source: Source; because: string; capability?: Claim }): Draft;
};

export const must = declaring("MUST");
export const should = declaring("SHOULD");
export const may = declaring("MAY");

function declaring(level: Level): Declare {
  const declare = <V extends Variant>(title: string, options: Checked<V>): Draft => ({
    ...common(title, level, options),
    needs: options.needs ?? [],
    faults: [options.fault].flat(),
    alone: options.alone ?? false,
    optional: options.optional ?? false,
    cases: casesOf(options),
    ...(options.observe === undefined ? {} : { observe: options.observe }),
  });
  return Object.assign(declare, {
    untested: (title: string, options: { source: Source; because: string; capability?: Claim }): Draft => ({
      ...common(title, level, options),
      needs: [],
      faults: [],
      alone: false,
      optional: false,
      cases: [],
      untested: options.because,
    }),
  });
}

function common(title: string, level: Level, { source, capability }: { source: Source; capability?: Claim }) {
  return { title, level, source, ...(capability === undefined ? {} : { capability }) };
}

function casesOf<V extends Variant>({ variants, check }: Checked<V>): readonly Case[] {
  if (variants !== undefined)
    return variants.map((variant) => ({ variant, check: (world) => check(world, variant) }));
  // Without a table V is the plain Variant, and a check that takes none never looks at it.
  return [{ variant: undefined, check: (world) => check(world, { name: "" } as V) }];
}

export interface SuiteOptions {
  readonly name: string;
  readonly title: string;
  /** What a target must claim for the chapter to be judged; `core` unless told. */
  readonly capability?: Claim;
  readonly requirements: Readonly<Record<string, Draft>>;
}

/** A chapter of the contract. The keys of `requirements` are their public slugs. */
export function defineSuite({ name, title, capability = "core", requirements }: SuiteOptions): Suite {
  const judgeable = Object.entries(requirements).map(([slug, draft]) => ({
    capability,
    ...draft,
    id: `${name}/${slug}`,
    suite: name,
  }));
  return { name, title, requirements: judgeable };
}
