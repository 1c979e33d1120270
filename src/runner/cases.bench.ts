import type { RunSettings } from "../model/index.ts";
import { createExpect, createValues, type Judgeable } from "../suite/index.ts";
import { createObservers } from "./observers.ts";
import { createRig } from "./rig.ts";

/** Generated cases of one requirement on one operation, as a run judges them. */
export interface CaseJudge {
  /** Judges so many cases, the next ones each time; gives the seconds it took. */
  judge(cases: number): Promise<number>;
  close(): Promise<void>;
}

/** Everything that a run has, and all its observers, but for the schedule: the cases of one place only. */
export function openCaseJudge(
  settings: RunSettings,
  requirements: readonly Judgeable[],
  place: { readonly id: string; readonly variant: string },
): CaseJudge {
  const { seed, limits } = settings;
  const values = createValues({ seed, runId: "bench", place: "bench", attempt: 0 });
  const expect = createExpect({ values, send: () => Promise.reject(new Error("an observer sends nothing")) });
  const observers = createObservers(requirements, expect);
  const tool = { name: "bench", version: "0" };
  const rig = createRig(
    { suites: [], settings, tool, edition: "", runId: "bench", invocation: "" },
    requirements,
  );
  const world = rig.aside("bench", (answer) => observers.notice(answer, "bench"));
  const check = requirements
    .find(({ id }) => id === place.id)
    ?.cases.find(({ variant }) => variant?.name === place.variant)?.check;
  if (check === undefined) throw new Error(`${place.id} has no variant ${place.variant}`);
  let from = 0;
  return {
    async judge(cases) {
      let judged = 0;
      const generation = {
        ...world.generation,
        seed,
        from,
        cases: Infinity,
        width: limits.concurrency,
        shrinks: true,
        isOver: () => judged >= cases,
        isEnough: () => false,
        ran: () => (judged += 1),
      };
      const began = performance.now();
      await check({ ...world, generation });
      from += judged;
      return (performance.now() - began) / 1000;
    },
    close: rig.close,
  };
}
