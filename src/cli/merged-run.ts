import { suites } from "../../suites/index.ts";
import {
  creations,
  type Made,
  type RequirementResult,
  type RunEnd,
  type RunEvent,
  type RunHeader,
  type RunReport,
  type RunShard,
} from "../model/index.ts";
import { conclude, summarise } from "../runner/index.ts";
import { movedTo } from "../library/invocation.ts";
import { joined } from "./joined-result.ts";
import { UsageError } from "./usage-error.ts";

/** A shard as its journal tells it. */
export interface Shard {
  /** As the user called it. */
  readonly place: string;
  readonly events: readonly RunEvent[];
  readonly report: RunReport;
}

type Known = Shard & { readonly header: RunHeader; readonly part: RunShard };

/**
 * The run that shards make up together, as events, to be written to `folder`. Throws for shards that do not belong
 * together.
 */
export function mergedRun(given: readonly Shard[], runId: string, folder: string): readonly RunEvent[] {
  const shards = given.map(known).toSorted((one, other) => one.part.index - other.part.index);
  const [first] = shards;
  if (first === undefined)
    throw new UsageError("there is nothing to merge", "give the folders of all shards");
  shards.forEach((shard) => alike(first, shard));
  allThere(shards, first.part.of);
  const results = resultsOf(shards, first.part).map((result) => ({
    ...result,
    reproduce: movedTo(folder, result.reproduce),
  }));
  const { shard: _, ...header } = first.header;
  const startedAt = shards.map((shard) => shard.header.startedAt).toSorted()[0] ?? header.startedAt;
  const mergedFrom = shards.map((shard) => shard.header.runId);
  const run = { ...header, runId, startedAt, mergedFrom, planned: first.part.whole };
  return [
    { type: "run-started", run },
    ...results.map(({ id, title }): RunEvent => ({ type: "requirement-started", id, title })),
    ...results.map((result): RunEvent => ({ type: "requirement-judged", result })),
    { type: "run-finished", end: endOf(shards, results, run) },
  ];
}

function known(shard: Shard): Known {
  const header = shard.events.find((event) => event.type === "run-started")?.run;
  if (header?.shard !== undefined) return { ...shard, header, part: header.shard };
  throw new UsageError(`${shard.place} is no shard of a run`, "give the folders of runs with --shard");
}

/** Every member of the header must be the same, but for those that tell shards apart. */
function alike(one: Known, other: Known): void {
  const [facts, others] = [factsOf(one), factsOf(other)];
  const differing = [...new Set([...Object.keys(facts), ...Object.keys(others)])].find(
    (name) => JSON.stringify(facts[name]) !== JSON.stringify(others[name]),
  );
  if (differing === undefined) return;
  const told = [one, other].map(
    (shard, i) => `${JSON.stringify([facts, others][i]?.[differing])} (${shard.place})`,
  );
  throw new UsageError(
    `the shards differ in ${differing}: ${told.join(" and ")}`,
    "shards of one run have the same seed, edition, target, version, claims and means; judge the odd one again",
  );
}

function factsOf({ header, part }: Known): Readonly<Record<string, unknown>> {
  const { runId: _, startedAt: __, planned: ___, shard: ____, settings: _____, target, ...rest } = header;
  const address = target.bundled === true ? "the bundled reference server" : target.url;
  return { ...rest, target: { ...target, url: address }, shards: part.of, requirements: part.whole };
}

function allThere(shards: readonly Known[], of: number): void {
  for (let index = 1; index <= of; index += 1) {
    const found = shards.filter(({ part }) => part.index === index);
    if (found.length === 0)
      throw new UsageError(`shard ${index} of ${of} is missing`, `judge it with --shard ${index}/${of}`);
    if (found.length > 1) {
      const places = found.map(({ place }) => place).join(" and ");
      throw new UsageError(`shard ${index} of ${of} is given more than once: ${places}`, "give one of them");
    }
  }
}

/** Requirements that watch every exchange of a run are in all of its shards. */
const watching = new Set(
  suites.flatMap(({ requirements }) => requirements.filter(({ observe }) => observe)).map(({ id }) => id),
);

const places = new Map(
  suites.flatMap(({ requirements }) => requirements).map(({ id }, place) => [id, place]),
);

function resultsOf(shards: readonly Known[], { whole }: RunShard): readonly RequirementResult[] {
  const found = new Map<string, RequirementResult[]>();
  for (const { report } of shards)
    for (const result of report.requirements) found.set(result.id, [...(found.get(result.id) ?? []), result]);
  const twice = [...found].find(([id, results]) => results.length > 1 && !watching.has(id))?.[0];
  if (twice !== undefined) throw dividedOtherwise(`${twice} was judged in more than one shard`);
  if (found.size !== whole && shards.every(isComplete))
    throw dividedOtherwise(`the shards hold ${found.size} of ${whole} requirements`);
  const place = ({ id }: RequirementResult) => places.get(id) ?? Infinity;
  return [...found.values()].map(joined).toSorted((one, other) => place(one) - place(other));
}

function dividedOtherwise(what: string): UsageError {
  return new UsageError(what, "give all shards the same --durations, or none");
}

function isComplete({ report, header }: Known): boolean {
  return report.requirements.length === header.planned;
}

function endOf(shards: readonly Known[], results: readonly RequirementResult[], run: RunHeader): RunEnd {
  const ended = shards.flatMap(whyEnded).join("; ");
  const sum = shards.reduce((total, { report }) => total + report.summary.requests, 0);
  const ends = shards.map(({ report }) => Date.parse(report.startedAt) + report.durationMs);
  const isSelected = Object.values(run.selection).some((names) => names.length > 0);
  const early = ended === "" ? {} : { ended };
  return {
    durationMs: Math.max(...ends) - Date.parse(run.startedAt),
    ...conclude({
      results,
      unselected: isSelected ? places.size - run.planned : 0,
      ...early,
      claims: run.claims,
      expectations: run.expectedFailures ?? [],
      today: run.startedAt.slice(0, 10),
    }),
    ...early,
    summary: summarise(results, sum),
    ...casesOf(shards),
    unclaimed: [...new Set(shards.flatMap(({ report }) => report.unclaimed))],
    leftOver: shards.flatMap(({ report }) => report.leftOver),
    ...madeInAll(shards.map(({ report }) => report.made)),
  };
}

/** Nothing where a shard came to no end: nobody knows what it made. */
function madeInAll(made: readonly (Made | undefined)[]): Pick<RunEnd, "made"> {
  const told = made.filter((one) => one !== undefined);
  if (told.length < made.length) return {};
  const sums = creations.map((kind) => [kind, told.reduce((sum, one) => sum + one[kind], 0)]);
  return { made: Object.fromEntries(sums) as Made };
}

/** Judged side by side, so that their speeds add up. */
function casesOf(shards: readonly Known[]): Pick<RunEnd, "cases"> {
  const counts = shards.flatMap(({ report }) => report.cases ?? []);
  if (counts.length === 0) return {};
  const sum = (key: "total" | "perSecond") => counts.reduce((all, one) => all + one[key], 0);
  return { cases: { total: sum("total"), perSecond: Math.round(sum("perSecond") * 10) / 10 } };
}

function whyEnded({ events, report, part }: Known): readonly string[] {
  const isFinished = events.some(({ type }) => type === "run-finished");
  const why = isFinished ? report.ended : report.reasons.join(", ");
  return why === undefined ? [] : [`shard ${part.index} of ${part.of}: ${why}`];
}
