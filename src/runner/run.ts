import {
  type Claim,
  claims,
  type RequirementResult,
  type RunEnd,
  type RunEvent,
  type RunHeader,
  type RunReport,
  type RunSettings,
} from "../model/index.ts";
import { type Judgeable, type KnownCase, lookFor, type Suite } from "../suite/index.ts";
import type { LiveTargetError } from "./live-guard.ts";
import { masked } from "./masked.ts";
import { asExpected } from "./expectations.ts";
import { conclude, summarise } from "./outcome.ts";
import { toldSettings } from "./told-settings.ts";
import { createRig, type Rig } from "./rig.ts";
import { withObserved } from "./result.ts";
import { judgeAll } from "./schedule.ts";
import { refuseUnknown, select } from "./select.ts";
import { type Part, shardOf } from "./shard.ts";
import { createEnd } from "./end.ts";
import type { Judgement } from "./judge.ts";
import type { Listener } from "./news.ts";
import { type Held, soak } from "./soak.ts";
import { whyUnreachable, widthFor } from "./gate.ts";
import { type Stop, stopFor } from "./stop.ts";

export interface RunOptions {
  readonly suites: readonly Suite[];
  readonly settings: RunSettings;
  readonly tool: RunHeader["tool"];
  readonly edition: string;
  /** Short, unique, fit for names and folders; stands in the name of everything the run makes. */
  readonly runId: string;
  /** Flags that point another run at the same target, for the line that reproduces a verdict. */
  readonly invocation: string;
  /** Arguments that replay a requirement's failures out of this run's reports, if it writes any. */
  readonly replay?: (id: string) => string;
  /** Whether the target is the reference server of this package, at an address of its own in every run and gone with it. */
  readonly bundled?: boolean;
  /** Which part of the requirements to judge; all of them unless told. */
  readonly part?: Part;
  /** Generated cases that failed before: of a place named here, requirement and variant, nothing else is judged. */
  readonly again?: ReadonlyMap<string, readonly KnownCase[]>;
  /** Told everything as it happens. */
  readonly emit: (event: RunEvent) => void;
  /** Told how far the run is, and of every exchange if it wants them. */
  readonly listener?: Listener;
  /** Interrupts the run: what is unjudged stays so, what was made is cleaned up. */
  readonly signal?: AbortSignal;
}

/**
 * Judges a target. Resolves with the report whatever the target does.
 *
 * @throws SelectionError when the selection leaves nothing to judge; LiveTargetError before live money would move.
 */
export async function run(options: RunOptions): Promise<RunReport> {
  const selected = select(options.suites, options.settings.selection);
  const requirements = shardOf(selected, options.part);
  refuseUnknown(options.suites, options.settings.expectedFailures);
  const stop = stopFor(options.settings, options.signal);
  const tell = (event: RunEvent) => options.emit(masked(event, rig.mask));
  const rig = createRig({ ...options, tell, signal: stop.signal }, requirements);
  const began = performance.now();
  const header = headerOf(options, rig, { planned: requirements.length, whole: selected.length });
  tell({ type: "run-started", run: header });
  try {
    const { results, ended, refusal } = await judgeRequirements(
      { ...options, emit: tell, stop },
      rig,
      requirements,
      { ...header, began },
    );
    stop.end();
    const unselected = options.suites.flatMap((suite) => suite.requirements).length - selected.length;
    const isWhole = ended === undefined && unselected === 0;
    const unclaimed = isWhole ? await servedUnclaimed(rig, options.settings) : [];
    const leftOver = await rig.cleanUp();
    const end: RunEnd = {
      durationMs: Math.round(performance.now() - began),
      ...conclude({
        results,
        ended,
        unselected,
        shard: header.shard,
        claims: options.settings.claims,
        expectations: options.settings.expectedFailures,
        today: dayOf(header.startedAt),
      }),
      ...(ended === undefined ? {} : { ended }),
      summary: summarise(results, rig.requests()),
      unclaimed,
      leftOver,
      made: rig.made(),
      ...casesOf(rig),
    };
    tell({ type: "run-finished", end });
    if (refusal !== undefined) throw refusal;
    const { planned: _, ...known } = header;
    return masked({ ...known, ...end, requirements: results }, rig.mask);
  } finally {
    stop.end();
    await rig.close();
  }
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

function casesOf(rig: Rig): Pick<RunEnd, "cases"> {
  const cases = rig.cases();
  return cases.total === 0 ? {} : { cases };
}

/** What the target serves without claiming it: nobody judges that, and its operator may not know. */
async function servedUnclaimed(rig: Rig, { claims: claimed }: RunSettings): Promise<readonly Claim[]> {
  const world = rig.aside("capabilities");
  const looked = claims
    .filter((claim) => !claimed.includes(claim))
    .map(async (claim) => ({ claim, ...(await lookFor(world, claim)) }));
  return (await Promise.all(looked))
    .filter(({ presence }) => presence === "served")
    .map(({ claim }) => claim);
}

interface Extent {
  readonly planned: number;
  readonly whole: number;
}

/** What is known of a run when it starts. */
export function headerOf(
  { tool, edition, runId, settings, part, bundled }: Omit<RunOptions, "emit" | "invocation">,
  rig: Pick<Rig, "baseUrl" | "given">,
  { planned, whole }: Extent,
): RunHeader {
  const { target, seed, strict, without, selection, expectedFailures } = settings;
  return {
    tool,
    edition,
    runId,
    seed,
    strict,
    claims: settings.claims,
    without,
    planned,
    target: { url: rig.baseUrl, live: target.live, ...(bundled === true ? { bundled } : {}) },
    startedAt: new Date().toISOString(),
    given: rig.given,
    selection,
    insecure: target.tls.insecure,
    settings: toldSettings(settings),
    ...(part === undefined ? {} : { shard: { index: part.index, of: part.of, whole } }),
    ...(expectedFailures.length === 0 ? {} : { expectedFailures }),
  };
}

interface Judged {
  readonly results: readonly RequirementResult[];
  readonly ended: string | undefined;
  /** Why the run must not go on at all. */
  readonly refusal: LiveTargetError | undefined;
}

async function judgeRequirements(
  options: RunOptions & { readonly stop: Stop },
  rig: Rig,
  requirements: readonly Judgeable[],
  { startedAt, began }: Pick<RunHeader, "startedAt"> & { readonly began: number },
): Promise<Judged> {
  const { settings, emit, stop } = options;
  const results = new Map<string, RequirementResult>();
  const today = dayOf(startedAt);
  const unreachable = await whyUnreachable(rig, stop);
  const end = createEnd(rig, settings.limits, unreachable, stop);
  const settle = (judged: RequirementResult) => {
    const result = asExpected(judged, settings.expectedFailures, today);
    results.set(result.id, result);
    emit({ type: "requirement-judged", result });
    if (settings.bail && result.verdict === "failed" && result.expected === undefined)
      end.because(`stopped at the first failure (--bail): ${result.id}`);
  };
  const watching: (() => void)[] = [];
  const held: Held[] = [];
  const width = end.reason() === undefined ? await widthFor(rig, settings.limits.concurrency * 2) : 1;
  await judgeAll({
    requirements,
    width,
    judge: (requirement, judged) =>
      end.watch((round) => end.guard(judged, rig.judge(requirement, judged, round))),
    ended: end.reason,
    started: ({ id, title }) => emit({ type: "requirement-started", id, title }),
    judged: (requirement, judgements) => {
      if (goesOn(settings, judgements)) held.push({ requirement, judgements });
      else if (requirement.observe === undefined) settle(rig.resultOf(requirement, judgements));
      else
        watching.push(() =>
          settle(rig.resultOf(requirement, observedToo(rig, settings, requirement, judgements))),
        );
    },
  });
  const soaked = await soak(held, {
    width,
    now: () => performance.now() - began,
    until: settings.soakMs ?? 0,
    ended: end.reason,
    judge: (requirement, judged, slice) =>
      end.watch((round) => end.guard(judged, rig.judgeSlice(requirement, judged, round, slice))),
  });
  for (const { requirement, judgements } of soaked) settle(rig.resultOf(requirement, judgements));
  for (const observerOfTheWholeRun of watching) observerOfTheWholeRun();
  return { results: inOrder(requirements, results), ended: end.reason(), refusal: end.refusal() };
}

/** Whether a requirement draws further cases before it gets its verdict. */
function goesOn({ soakMs, bail }: RunSettings, judgements: readonly Judgement[]): boolean {
  const isDone = bail && judgements.some(({ verdict }) => verdict === "failed");
  return soakMs !== undefined && !isDone && judgements.some(({ next }) => next !== undefined);
}

function observedToo(
  rig: Rig,
  { strict }: RunSettings,
  { id, level }: Judgeable,
  judgements: Parameters<typeof withObserved>[0],
) {
  const failed = level === "MUST" || strict ? "failed" : "warned";
  return withObserved(judgements, rig.observed(id), level === "MAY" ? "noted" : failed);
}

function inOrder(requirements: readonly Judgeable[], results: ReadonlyMap<string, RequirementResult>) {
  return requirements.flatMap(({ id }) => results.get(id) ?? []);
}
