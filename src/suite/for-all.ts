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
 * - A case that failed is had again at its path: then it alone is judged, under its control.
 */
import type { Deck } from "../generate/index.ts";
import type { Generation } from "./generation.ts";
import { type Cause, evidenceAgain, evidenceFor, keep } from "./smallest.ts";
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

/** Throws a Violation unless every case passes. */
export async function forAll<C>(world: World, property: Property<C>): Promise<void> {
  const evidence = await evidenceAgainst(property, world.generation);
  if (evidence.length > 0) throw new Violation(evidence);
}

async function evidenceAgainst<C>(
  property: Property<C>,
  generation: Generation,
): Promise<readonly Evidence[]> {
  if (generation.again !== undefined) return evidenceAgain(property, generation);
  await property.control?.();
  const found = await judgeMany(property, generation);
  generation.drew(found.judged, found.next);
  if (found.causes.size === 0 && found.blocked !== undefined) throw found.blocked;
  return evidenceFor(property, generation, found.causes.values());
}

interface Found {
  judged: number;
  next: number;
  readonly causes: Map<string, Cause>;
  blocked?: Error;
}

async function judgeMany<C>(property: Property<C>, generation: Generation): Promise<Found> {
  const { cases, from, width, seed, isOver, isEnough, ran, known } = generation;
  const end = from + Math.max(1, Math.round(cases / (property.weight ?? 1)));
  const found: Found = { judged: 0, next: from, causes: new Map() };
  const worker = async (): Promise<void> => {
    while (found.next < end && found.blocked === undefined && !isOver() && !isEnough()) {
      const index = found.next++;
      try {
        const failure = await judged(property, property.cases.draw(seed, index));
        const met = failure === undefined ? undefined : known.get(failure.cause);
        if (failure !== undefined && met !== undefined) known.set(failure.cause, met + 1);
        else if (failure !== undefined) keep(found.causes, failure, index);
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

export async function judged<C>({ judge }: Property<C>, drawn: C): Promise<Failure | undefined> {
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
