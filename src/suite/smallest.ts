import type { Shrunk } from "../generate/index.ts";
import type { GeneratedCase } from "../model/index.ts";
import { type Failure, judged, type Property } from "./for-all.ts";
import type { Generation } from "./generation.ts";
import { Blocked, type Evidence } from "./violation.ts";

/** All failures of one cause. */
export interface Cause {
  readonly name: string;
  /** The case with the lowest number that showed it. */
  index: number;
  evidence: Evidence;
  count: number;
  readonly examples: number[];
}

/** Steps that a failure is shrunk by at most. */
const mostSteps = 150;
/** Causes that are shrunk, and examples that are kept of each. */
const mostCauses = 5;
const mostExamples = 3;

export function keep(causes: Map<string, Cause>, { cause: name, evidence }: Failure, index: number): void {
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

/** Each cause with the smallest case that shows it, those first that were drawn first. */
export async function evidenceFor<C>(
  property: Property<C>,
  generation: Generation,
  found: Iterable<Cause>,
): Promise<readonly Evidence[]> {
  const causes = [...found].toSorted((one, other) => one.index - other.index);
  const evidence: Evidence[] = [];
  const shrunk = causes.slice(0, mostCauses);
  for (const [i, cause] of shrunk.entries())
    evidence.push(await smallest(property, generation, cause, shrunk.length - i));
  const others = causes.slice(mostCauses);
  return [
    ...evidence,
    ...others.map((cause) => asDrawn(property, generation, cause, "other causes came first")),
  ];
}

/** The failure again in its smallest form, judged by itself, under a control of its own at each step. */
async function smallest<C>(
  property: Property<C>,
  generation: Generation,
  cause: Cause,
  waiting: number,
): Promise<Evidence> {
  if (!generation.shrinks) return asDrawn(property, generation, cause, "it was found and shrunk before");
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
  const { isOver, end } = generation.shrinking.begin(waiting);
  try {
    const shrunk = await property.cases.shrink(generation.seed, cause.index, {
      fails,
      most: mostSteps,
      isOver,
    });
    if (last === undefined || !shrunk.failsAgain)
      return passedAlone(asDrawn(property, generation, cause, "it passed when it was judged by itself"));
    return evidenceOf(property, generation, cause, { ...shrunk, ...stoppedEarly(shrunk), evidence: last });
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    return asDrawn(property, generation, cause, `the control failed: ${error.message}`);
  } finally {
    end();
  }
}

function stoppedEarly({ isStopped, tried }: Shrunk<unknown>): Pick<GeneratedCase, "stopped"> {
  if (!isStopped) return {};
  return { stopped: `shrinking stopped early, after ${tried} tries: a smaller input may show it too` };
}

function passedAlone(evidence: Evidence): Evidence {
  const hint = "it failed beside others and passed when it was judged again by itself";
  return { ...evidence, hint: evidence.hint === undefined ? hint : `${evidence.hint}; ${hint}` };
}

function asDrawn<C>(property: Property<C>, generation: Generation, cause: Cause, because: string): Evidence {
  const value = property.cases.draw(generation.seed, cause.index);
  const { evidence, index } = cause;
  const stopped = `not shrunk: ${because}`;
  return evidenceOf(property, generation, cause, { value, path: String(index), evidence, stopped });
}

interface Shown<C> extends Pick<GeneratedCase, "path" | "stopped"> {
  readonly value: C;
  readonly evidence: Evidence;
}

function evidenceOf<C>(
  { show, cases }: Property<C>,
  { seed }: Pick<Generation, "seed">,
  { name, count, examples }: Pick<Cause, "name" | "count" | "examples">,
  { value, path, stopped, evidence }: Shown<C>,
): Evidence {
  const generated: GeneratedCase = {
    seed,
    path,
    input: show(value),
    ...(stopped === undefined ? {} : { stopped }),
    examples: examples.map((index) => show(cases.draw(seed, index))),
  };
  return { ...evidence, cause: name, generated, ...(count > 1 ? { alike: count - 1 } : {}) };
}

/** Judges cases that failed before, each under a control of its own; answers what fails still. */
export async function evidenceAgain<C>(
  property: Property<C>,
  generation: Generation,
): Promise<readonly Evidence[]> {
  const evidence: Evidence[] = [];
  for (const { seed, path, input } of generation.again ?? []) {
    const value = caseAt(property, { seed, path });
    if (input !== undefined && generation.told(property.show(value)) !== input)
      throw new Blocked(anotherCase(path, property.show(value)));
    await property.control?.();
    const failure = await judged(property, value);
    generation.ran();
    if (failure === undefined) continue;
    const alone = { name: failure.cause, count: 1, examples: [] };
    evidence.push(evidenceOf(property, { seed }, alone, { value, path, evidence: failure.evidence }));
  }
  return evidence;
}

function caseAt<C>({ cases }: Property<C>, { seed, path }: Pick<GeneratedCase, "seed" | "path">): C {
  try {
    return cases.at(seed, path);
  } catch (error) {
    if (error instanceof RangeError) throw new Blocked(anotherCase(path, "none"), undefined, error);
    throw error;
  }
}

function anotherCase(path: string, found: string): string {
  return `case ${path} is not the one that failed, but: ${found}; claims, means, providers, order and version must be those of the failed run`;
}
