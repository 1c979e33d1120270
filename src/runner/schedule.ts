import { alternatives } from "../model/index.ts";
import type { Case, Judgeable } from "../suite/index.ts";
import type { Judgement } from "./judge.ts";

export interface Schedule {
  readonly requirements: readonly Judgeable[];
  /** Cases judged at the same time. */
  readonly width: number;
  readonly judge: (requirement: Judgeable, judged: Case) => Promise<Judgement>;
  readonly started: (requirement: Judgeable) => void;
  /** Told once per requirement, when its last case is judged. */
  readonly judged: (requirement: Judgeable, judgements: readonly Judgement[]) => void;
  /** Why no further case may start, once there is a reason. */
  readonly ended: () => string | undefined;
}

/**
 * Judges requirements side by side; then, one at a time, those that must have the target for themselves; then
 * those that move its clock, because the tokens and sessions of all others would die of that.
 */
export async function judgeAll(schedule: Schedule): Promise<void> {
  const { requirements, width } = schedule;
  await inParallel(
    schedule,
    requirements.filter((one) => !isAlone(one) && !movesClock(one)),
    width,
  );
  await inParallel(
    schedule,
    requirements.filter((one) => isAlone(one) && !movesClock(one)),
    1,
  );
  await inParallel(schedule, requirements.filter(movesClock), 1);
}

function isAlone({ alone }: Judgeable): boolean {
  return alone;
}

export function movesClock({ needs, cases }: Judgeable): boolean {
  const all = [...needs, ...cases.flatMap(({ variant }) => variant?.needs ?? [])];
  return all.some((need) => alternatives(need).includes("clock"));
}

async function inParallel(
  schedule: Schedule,
  requirements: readonly Judgeable[],
  width: number,
): Promise<void> {
  const queue = requirements.flatMap((requirement) => tasksOf(schedule, requirement));
  const worker = async (): Promise<void> => {
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) await task();
  };
  await Promise.all(Array.from({ length: width }, worker));
}

function tasksOf(schedule: Schedule, requirement: Judgeable): readonly (() => Promise<void>)[] {
  if (requirement.cases.length === 0)
    return [async () => schedule.judged(requirement, [untested(requirement)])];
  const judgements: Judgement[] = [];
  return requirement.cases.map((judged, i) => async () => {
    if (judgements.length === 0 && i === 0) schedule.started(requirement);
    const ended = schedule.ended();
    judgements[i] = ended === undefined ? await schedule.judge(requirement, judged) : unjudged(judged, ended);
    const done = judgements.filter((judgement) => judgement !== undefined).length;
    if (done === requirement.cases.length) schedule.judged(requirement, judgements);
  });
}

/** A case that the run ends before. */
export function unjudged({ variant }: Case, reason: string): Judgement {
  return { variant: variant?.name, verdict: "blocked", reason, missing: [], notes: [], durationMs: 0 };
}

/** A requirement that nothing judges. */
export function untested({ untested: because }: Judgeable): Judgement {
  const reason = `can't be judged from outside: ${because ?? "no check exists"}`;
  return { variant: undefined, verdict: "skipped", reason, missing: [], notes: [], durationMs: 0 };
}
