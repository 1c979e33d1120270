import { suites } from "../../suites/index.ts";
import type { RunSettings } from "../model/index.ts";
import { openCaseJudge } from "../runner/cases.bench.ts";

/** What the process is told to do, by its parent. */
export interface CasesWanted {
  readonly settings: RunSettings;
  readonly warmUp: number;
  readonly cases: number;
}

/** What it says when it is done. */
export interface CasesJudged {
  readonly seconds: number;
  /** Bytes of memory that the process held at most. */
  readonly peak: number;
  /** Bytes that its objects held in the end, once those that nobody needed were gone. */
  readonly held: number;
}

/** A process of its own: its memory is that of the judging alone, and of nothing that was judged before. */
process.once("message", async ({ settings, warmUp, cases }: CasesWanted) => {
  const requirements = suites.flatMap((suite) => suite.requirements);
  const judge = openCaseJudge(settings, requirements, {
    id: "validation/never-5xx",
    variant: "createSession",
  });
  if (warmUp > 0) await judge.judge(warmUp);
  const seconds = await judge.judge(cases);
  globalThis.gc?.();
  const { heapUsed } = process.memoryUsage();
  const judged: CasesJudged = { seconds, peak: process.resourceUsage().maxRSS * 1024, held: heapUsed };
  await judge.close();
  process.send?.(judged, () => process.disconnect());
});
