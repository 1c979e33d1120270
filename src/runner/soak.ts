import { type Verdict, worse } from "../model/index.ts";
import { type Case, type Evidence, type Judgeable, Violation } from "../suite/index.ts";
import type { Judgement, Slice } from "./judge.ts";
import { movesClock } from "./schedule.ts";

/** A requirement that was judged, and whose check can draw further cases. */
export interface Held {
  readonly requirement: Judgeable;
  /** One for each of its cases. */
  readonly judgements: readonly Judgement[];
}

export interface Soak {
  /** Instant of `now` at which no further case is drawn. */
  readonly until: number;
  readonly now: () => number;
  /** Checks that go on at the same time. */
  readonly width: number;
  readonly judge: (requirement: Judgeable, judged: Case, slice: Slice) => Promise<Judgement>;
  /** Why nothing goes on any more, once there is a reason. */
  readonly ended: () => string | undefined;
}

/** Cases of a property of single requests that are drawn before the check begins anew. */
const casesOfASlice = 200;
/** A check that has failed for so many causes has shown enough. */
const mostCauses = 20;

/** Draws further cases until time is up; each check gets the same share of it. */
export async function soak(held: readonly Held[], parts: Soak): Promise<readonly Held[]> {
  const gone = held.map(({ requirement, judgements }) => ({ requirement, judgements: [...judgements] }));
  const tasks = gone.flatMap(({ requirement, judgements }) =>
    requirement.cases.flatMap((judged, i): Task[] => {
      const first = judgements[i];
      if (first?.next === undefined) return [];
      const settle = (judgement: Judgement) => void (judgements[i] = judgement);
      return [{ requirement, judged, first, settle }];
    }),
  );
  const together = tasks.filter(({ requirement }) => !movesClock(requirement));
  const inTurn = tasks.filter(({ requirement }) => movesClock(requirement));
  const waves = Math.ceil(together.length / parts.width);
  await inWaves(together, parts, { width: parts.width, waves: waves + inTurn.length });
  await inWaves(inTurn, parts, { width: 1, waves: inTurn.length });
  return gone;
}

interface Task {
  readonly requirement: Judgeable;
  readonly judged: Case;
  readonly first: Judgement;
  readonly settle: (judgement: Judgement) => void;
}

interface Turns {
  readonly width: number;
  /** How many turns share the time, those that come later too. */
  readonly waves: number;
}

async function inWaves(tasks: readonly Task[], parts: Soak, { width, waves }: Turns): Promise<void> {
  let begun = 0;
  const worker = async (): Promise<void> => {
    for (let task = tasks[begun]; task !== undefined; task = tasks[begun]) {
      const left = waves - Math.floor(begun / width);
      begun += 1;
      const until = parts.now() + (parts.until - parts.now()) / left;
      task.settle(await goOn(task, parts, () => parts.now() >= until));
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

async function goOn(
  { requirement, judged, first }: Task,
  parts: Soak,
  isEnough: () => boolean,
): Promise<Judgement> {
  const known = new Map<string, number>();
  let all = first;
  for (let number = 1; !isEnough() && parts.ended() === undefined && canGoOn(all, known); number += 1) {
    for (const { cause } of evidenceOf(all))
      if (cause !== undefined && !known.has(cause)) known.set(cause, 0);
    const from = all.next ?? 0;
    const slice = await parts.judge(requirement, judged, {
      number,
      from,
      cases: casesOfASlice,
      known,
      isEnough,
    });
    all = joined(all, slice);
    if (slice.next === undefined || slice.next === from) break;
  }
  return counted(all, known);
}

const judgedVerdicts: readonly Verdict[] = ["passed", "noted", "warned", "failed"];

/** What fails for a reason that can't be told from others would be told again and again. */
function canGoOn(all: Judgement, known: ReadonlyMap<string, number>): boolean {
  const isTold = evidenceOf(all).every(({ cause }) => cause !== undefined);
  return judgedVerdicts.includes(all.verdict) && isTold && known.size < mostCauses;
}

function evidenceOf({ violation }: Judgement): readonly Evidence[] {
  return violation?.evidence ?? [];
}

/** The worse verdict with its reason, and the evidence of both. */
function joined(all: Judgement, slice: Judgement): Judgement {
  const verdict = worse(all.verdict, slice.verdict);
  const { reason } = verdict === all.verdict ? all : slice;
  const { reason: _, violation: __, ...rest } = all;
  const evidence = [...evidenceOf(all), ...evidenceOf(slice)];
  return {
    ...rest,
    verdict,
    ...(reason === undefined ? {} : { reason }),
    ...(evidence.length === 0 ? {} : { violation: new Violation(evidence) }),
    cases: (all.cases ?? 0) + (slice.cases ?? 0),
    next: slice.next ?? all.next ?? 0,
    durationMs: all.durationMs + slice.durationMs,
  };
}

/** With how often each cause was met after it was found. */
function counted(all: Judgement, known: ReadonlyMap<string, number>): Judgement {
  const evidence = evidenceOf(all).map((entry) => {
    const more = known.get(entry.cause ?? "") ?? 0;
    return more === 0 ? entry : { ...entry, alike: (entry.alike ?? 0) + more };
  });
  return evidence.length === 0 ? all : { ...all, violation: new Violation(evidence) };
}
