/**
 * Properties over HTTP: many generated cases, judged within the run's concurrency, of which only the failures cost
 * more than a request.
 *
 *     async check(world) {
 *       await forAll(world, {
 *         cases: deckOf([arbitrary, anotherKind]),
 *         control: async () => { await acceptedAnswer(world, "createSession"); },
 *         judge: async (drawn) => …,      // undefined, or { cause, evidence } where the target is wrong
 *         show: (drawn) => JSON.stringify(drawn),
 *       });
 *     }
 *
 * - A case is data: `judge` makes the resources and identities that it needs itself (`world.given`), anew each time,
 *   because a case that fails is judged again and again while it shrinks. A whole run of a model is a case as well: a
 *   list of commands, of which `judge` makes requests in an application of its own; it says `weight: 20` if it takes
 *   about that many requests, and is drawn so much less often.
 * - The seed derives from the run's and from requirement and variant, so that a check has one `forAll` at most.
 *   Kinds of a deck are drawn in turn. Nothing of a case that passed is kept.
 * - `judge` may throw: a Violation is a failure, whose cause is where and what was expected; Blocked ends the
 *   property, and counts unless something had failed by then.
 * - Failures of one cause are one piece of evidence: the case with the lowest number, shrunk one step at a time
 *   (`control` first, then `judge`), with how many others there were and a few of them. Causes are told from each other
 *   by `cause`, so it holds no value of the case.
 */
import { type Deck, seedOf } from "../generate/index.ts";
import type { GeneratedCase } from "../model/index.ts";
import { Blocked, type Evidence, Violation } from "./violation.ts";
import type { World } from "./world.ts";

export interface Property<C> {
  readonly cases: Deck<C>;
  /** Sent before the first case and before each step of shrinking; throws Blocked where nothing can be judged. */
  readonly control?: () => Promise<void>;
  readonly judge: (drawn: C) => Promise<Failure | undefined>;
  /** The case in words or as JSON, as a reader of the failure wants to see it. */
  readonly show: (drawn: C) => string;
  /** How many requests a case takes, more or less; 1 unless told. */
  readonly weight?: number;
}

export interface Failure {
  /** The same for all failures that are likely to have one reason. */
  readonly cause: string;
  readonly evidence: Evidence;
}

/** What the run settles for the generated cases of one check. */
export interface Generation {
  readonly seed: number;
  /** How many cases a property of single requests draws. */
  readonly cases: number;
  /** Number of the first case: a soak goes on where it was. */
  readonly from: number;
  /** Cases judged at the same time. */
  readonly width: number;
  /** Whether failures are looked for in their smallest form; not where a check only sees whether it fails again. */
  readonly shrinks: boolean;
  /** Judge nothing but the case at this path. */
  readonly path?: string;
  /** Time is up, or the run was interrupted. */
  readonly isOver: () => boolean;
  /** Told for each case that was judged. */
  readonly ran: () => void;
}

/** The seed of the cases that one place of the run draws: requirement and variant. */
export function caseSeed(seed: number, place: string): number {
  return seedOf(`${seed}/${place}`);
}

/** Steps that a failure is shrunk by at most. */
const mostSteps = 150;
/** Causes that are shrunk, and examples that are kept of each. */
const mostCauses = 5;
const mostExamples = 3;

/** Throws a Violation unless every case passes. */
export async function forAll<C>(world: World, property: Property<C>): Promise<void> {
  const { generation, note } = world;
  await property.control?.();
  if (generation.path !== undefined) return judgeOne(property, generation, generation.path);
  const found = await judgeMany(property, generation);
  note(`${found.judged} generated cases`);
  const causes = [...found.causes.values()].toSorted((one, other) => one.index - other.index);
  if (causes.length === 0 && found.blocked !== undefined) throw found.blocked;
  const evidence: Evidence[] = [];
  for (const cause of causes.slice(0, mostCauses)) evidence.push(await smallest(property, generation, cause));
  evidence.push(...causes.slice(mostCauses).map((cause) => unshrunk(property, generation, cause)));
  if (evidence.length > 0) throw new Violation(evidence);
}

/** All failures of one cause. */
interface Cause {
  readonly name: string;
  /** The case with the lowest number that showed it. */
  index: number;
  evidence: Evidence;
  count: number;
  readonly examples: number[];
}

interface Found {
  judged: number;
  readonly causes: Map<string, Cause>;
  blocked?: Error;
}

async function judgeMany<C>(property: Property<C>, generation: Generation): Promise<Found> {
  const { cases, from, width, seed, isOver, ran } = generation;
  const end = from + Math.max(1, Math.round(cases / (property.weight ?? 1)));
  const found: Found = { judged: 0, causes: new Map() };
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < end && found.blocked === undefined && !isOver()) {
      const index = next++;
      try {
        const failure = await judged(property, property.cases.draw(seed, index));
        if (failure !== undefined) keep(found.causes, failure, index);
        found.judged += 1;
        ran();
      } catch (error) {
        found.blocked ??= error instanceof Error ? error : new Error(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  // Only what blames nobody may give way to a failure; an error of our own never does.
  if (found.blocked !== undefined && !(found.blocked instanceof Blocked)) throw found.blocked;
  return found;
}

async function judged<C>({ judge }: Property<C>, drawn: C): Promise<Failure | undefined> {
  try {
    return await judge(drawn);
  } catch (error) {
    const [evidence] = error instanceof Violation ? error.evidence : [];
    if (evidence === undefined) throw error;
    return { cause: alike(`${evidence.where}: ${evidence.expected}`), evidence };
  }
}

/** Without numbers and ids, which are of the case: shrinking ends in other ones. */
export function alike(text: string): string {
  return text.replaceAll(/[\da-f]{8}-[\da-f-]{27}|\d+/gi, "#");
}

function keep(causes: Map<string, Cause>, { cause: name, evidence }: Failure, index: number): void {
  const known = causes.get(name);
  if (known === undefined) {
    causes.set(name, { name, index, evidence, count: 1, examples: [] });
    return;
  }
  known.count += 1;
  const other = Math.max(known.index, index);
  if (index < known.index) Object.assign(known, { index, evidence });
  if (known.examples.length < mostExamples) known.examples.push(other);
}

/** The failure again in its smallest form, judged by itself, under a control of its own at each step. */
async function smallest<C>(property: Property<C>, generation: Generation, cause: Cause): Promise<Evidence> {
  if (!generation.shrinks) return unshrunk(property, generation, cause);
  let last: Evidence | undefined;
  const fails = async (drawn: C) => {
    if (generation.isOver()) return false;
    generation.ran();
    await property.control?.();
    const failure = await judged(property, drawn);
    const isSame = failure?.cause === cause.name;
    if (isSame) last = failure.evidence;
    return isSame;
  };
  try {
    const shrunk = await property.cases.shrink(generation.seed, cause.index, { fails, most: mostSteps });
    if (last === undefined || !shrunk.failsAgain) return passedAlone(unshrunk(property, generation, cause));
    return evidenceOf(property, generation, cause, { ...shrunk, evidence: last });
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    return unshrunk(property, generation, cause);
  }
}

function passedAlone(evidence: Evidence): Evidence {
  const hint = "it failed beside others and passed when it was judged again by itself";
  return { ...evidence, hint: evidence.hint === undefined ? hint : `${evidence.hint}; ${hint}` };
}

function unshrunk<C>(property: Property<C>, generation: Generation, cause: Cause): Evidence {
  const value = property.cases.draw(generation.seed, cause.index);
  const { evidence } = cause;
  return evidenceOf(property, generation, cause, { value, path: String(cause.index), evidence });
}

interface Shown<C> {
  readonly value: C;
  readonly path: string;
  readonly evidence: Evidence;
}

function evidenceOf<C>(
  { show, cases }: Property<C>,
  { seed }: Generation,
  { count, examples }: Pick<Cause, "count" | "examples">,
  { value, path, evidence }: Shown<C>,
): Evidence {
  const generated: GeneratedCase = {
    seed,
    path,
    input: show(value),
    examples: examples.map((index) => show(cases.draw(seed, index))),
  };
  return { ...evidence, generated, ...(count > 1 ? { alike: count - 1 } : {}) };
}

/** Judges the one case that a failure of an earlier run named. */
async function judgeOne<C>(property: Property<C>, generation: Generation, path: string): Promise<void> {
  const value = property.cases.at(generation.seed, path);
  const failure = await judged(property, value);
  generation.ran();
  if (failure === undefined) return;
  const shown = { value, path, evidence: failure.evidence };
  throw new Violation(evidenceOf(property, generation, { count: 1, examples: [] }, shown));
}
