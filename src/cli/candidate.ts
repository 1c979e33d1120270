import type { Candidate, JournalledRun } from "../certificate/index.ts";
import type { Outcome, RunReport } from "../model/index.ts";
import { formats } from "../report/index.ts";
import { conclude } from "../runner/index.ts";
import { checkTool } from "../schema/index.ts";
import { readJournalOf } from "./read-run.ts";
import { UsageError } from "./usage-error.ts";

/** A run that may earn a certificate, from its journal. */
export function candidateOf(run: string, cwd: string): Candidate & JournalledRun {
  const { events, bytes, report } = readJournalOf(run, cwd);
  const [fault] = checkTool("report", JSON.parse(formats.json.render(report)));
  if (fault !== undefined)
    throw new UsageError(
      `${run} is no run as this version writes it: ${fault.sentence}`,
      "use the version that judged it",
    );
  return { events, bytes, report, concluded: concludedAnew(report) };
}

/** What the verdicts say, whatever the end of the journal says. */
function concludedAnew(report: RunReport): Outcome {
  const { requirements, ended, shard, claims, expectedFailures = [], startedAt } = report;
  const { outcome } = conclude({
    results: requirements,
    unselected: 0,
    ended,
    shard,
    claims,
    expectations: expectedFailures,
    today: startedAt.slice(0, 10),
  });
  return outcome;
}
