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
import { type Case, type Judgeable, lookFor, type Suite } from "../suite/index.ts";
import type { Judgement } from "./judge.ts";
import { LiveTargetError } from "./live-guard.ts";
import { masked } from "./masked.ts";
import { conclude, summarise } from "./outcome.ts";
import { createRig, type Rig } from "./rig.ts";
import { withObserved } from "./result.ts";
import { judgeAll, unjudged } from "./schedule.ts";
import { select } from "./select.ts";
import { type Part, shardOf } from "./shard.ts";
import { whyUnreachable, widthFor } from "./gate.ts";

export interface RunOptions {
  readonly suites: readonly Suite[];
  readonly settings: RunSettings;
  readonly tool: RunHeader["tool"];
  readonly edition: string;
  /** Short, unique, fit for names and folders; stands in the name of everything the run makes. */
  readonly runId: string;
  /** Flags that point another run at the same target, for the line that reproduces a verdict. */
  readonly invocation: string;
  /** Whether the target is the reference server of this package, at an address of its own in every run. */
  readonly bundled?: boolean;
  /** Which part of the requirements to judge; all of them unless told. */
  readonly part?: Part;
  /** Told everything as it happens. */
  readonly emit: (event: RunEvent) => void;
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
  const rig = createRig(options, requirements);
  const began = performance.now();
  const tell = (event: RunEvent) => options.emit(masked(event, rig.mask));
  const header = headerOf(options, rig, { planned: requirements.length, whole: selected.length });
  tell({ type: "run-started", run: header });
  try {
    const { results, ended, refusal } = await judgeRequirements(
      { ...options, emit: tell },
      rig,
      requirements,
    );
    const unselected = options.suites.flatMap((suite) => suite.requirements).length - selected.length;
    const isWhole = ended === undefined && unselected === 0;
    const unclaimed = isWhole ? await servedUnclaimed(rig, options.settings) : [];
    const leftOver = await rig.cleanUp();
    const end: RunEnd = {
      durationMs: Math.round(performance.now() - began),
      ...conclude({ results, ended, unselected, shard: header.shard }),
      ...(ended === undefined ? {} : { ended }),
      summary: summarise(results, rig.requests()),
      unclaimed,
      leftOver,
    };
    tell({ type: "run-finished", end });
    if (refusal !== undefined) throw refusal;
    const { planned: _, ...known } = header;
    return masked({ ...known, ...end, requirements: results }, rig.mask);
  } finally {
    await rig.close();
  }
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

function headerOf(
  { tool, edition, runId, settings, part, bundled }: RunOptions,
  rig: Rig,
  { planned, whole }: Extent,
): RunHeader {
  const { target, seed, strict, without, selection } = settings;
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
    ...(part === undefined ? {} : { shard: { index: part.index, of: part.of, whole } }),
  };
}

interface Judged {
  readonly results: readonly RequirementResult[];
  readonly ended: string | undefined;
  /** Why the run must not go on at all. */
  readonly refusal: LiveTargetError | undefined;
}

async function judgeRequirements(
  options: RunOptions,
  rig: Rig,
  requirements: readonly Judgeable[],
): Promise<Judged> {
  const { settings, emit, signal } = options;
  const results = new Map<string, RequirementResult>();
  const end = createEnd(await whyUnreachable(rig), signal);
  const settle = (result: RequirementResult) => {
    results.set(result.id, result);
    emit({ type: "requirement-judged", result });
    if (settings.bail && result.verdict === "failed")
      end.because(`stopped at the first failure (--bail): ${result.id}`);
  };
  const watching: (() => void)[] = [];
  await judgeAll({
    requirements,
    width: end.reason() === undefined ? await widthFor(rig, settings.limits.concurrency * 2) : 1,
    judge: async (requirement, judged) => end.watch(await end.guard(judged, rig.judge(requirement, judged))),
    ended: end.reason,
    started: ({ id, title }) => emit({ type: "requirement-started", id, title }),
    judged: (requirement, judgements) => {
      if (requirement.observe === undefined) settle(rig.resultOf(requirement, judgements));
      else
        watching.push(() =>
          settle(rig.resultOf(requirement, observedToo(rig, settings, requirement, judgements))),
        );
    },
  });
  for (const observerOfTheWholeRun of watching) observerOfTheWholeRun();
  return { results: inOrder(requirements, results), ended: end.reason(), refusal: end.refusal() };
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

/** A target that is lost for so many cases in a row does not come back. */
const lostInARow = 25;

/** Knows why a run ends before its time: unreachable, interrupted, bailed out, or the target is gone. */
function createEnd(unreachable: string | undefined, signal: AbortSignal | undefined) {
  let reason = unreachable;
  let lost = 0;
  let refusal: LiveTargetError | undefined;
  return {
    because(why: string): void {
      reason ??= why;
    },
    reason: () => reason ?? (signal?.aborted === true ? "the run was interrupted" : undefined),
    refusal: () => refusal,
    /** Where real money would move, what is under way comes to its end, and is cleaned up. */
    async guard(judged: Case, judging: Promise<Judgement>): Promise<Judgement> {
      try {
        return await judging;
      } catch (error) {
        if (!(error instanceof LiveTargetError)) throw error;
        refusal ??= error;
        reason ??= error.message;
        return unjudged(judged, error.message);
      }
    },
    watch<J extends { readonly networkFailed?: boolean }>(judgement: J): J {
      lost = judgement.networkFailed === true ? lost + 1 : 0;
      if (lost >= lostInARow) reason ??= "the target stopped answering in the middle of the run";
      return judgement;
    },
  };
}
