import type { Candidate, JournalledRun } from "../certificate/index.ts";
import type { RunReport } from "../model/index.ts";
import { conclude } from "../runner/index.ts";
import { readJournalOf } from "./read-run.ts";

/** A run that may earn a certificate, from its journal. */
export function candidateOf(run: string, cwd: string): Candidate & JournalledRun {
  const { events, bytes, report } = readJournalOf(run, cwd);
  return { events, bytes, report, concluded: concludedAnew(report) };
}

/** What the verdicts say, whatever the end of the journal says. */
function concludedAnew(report: RunReport): Candidate["concluded"] {
  const { requirements, ended, shard, claims, expectedFailures = [], startedAt } = report;
  return conclude({
    results: requirements,
    unselected: 0,
    ended,
    shard,
    claims,
    expectations: expectedFailures,
    today: startedAt.slice(0, 10),
  });
}
