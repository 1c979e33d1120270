import {
  type LeftOver,
  type RequirementResult,
  type RunEnd,
  type RunEvent,
  type RunHeader,
  type RunReport,
  type Summary,
  type Verdict,
  verdicts,
} from "../model/index.ts";
import { JournalError } from "./journal.ts";
import { count } from "./text.ts";

/** The whole run as its events tell it. Every report is made from this, so all of them count alike. */
export function reportOf(events: readonly RunEvent[]): RunReport {
  const { planned, ...header } = headerOf(events);
  const requirements = judgedIn(events);
  const end = endOf(events) ?? unfinished(events, requirements, header.runId, planned);
  return { ...header, ...end, summary: summaryOf(requirements, end.summary.requests), requirements };
}

/** How many requirements got each verdict. */
export function summaryOf(requirements: readonly { readonly verdict: Verdict }[], requests = 0): Summary {
  const tally = (verdict: Verdict) => requirements.filter((result) => result.verdict === verdict).length;
  return {
    passed: tally("passed"),
    failed: tally("failed"),
    warned: tally("warned"),
    noted: tally("noted"),
    skipped: tally("skipped"),
    blocked: tally("blocked"),
    errored: tally("errored"),
    requests,
  };
}

/** Requirements by their suites, both in the order in which they come. */
export function bySuite(
  requirements: readonly RequirementResult[],
): ReadonlyMap<string, RequirementResult[]> {
  const suites = new Map<string, RequirementResult[]>();
  for (const result of requirements) {
    const suite = suites.get(result.suite);
    if (suite) suite.push(result);
    else suites.set(result.suite, [result]);
  }
  return suites;
}

/** Verdicts that occur, the most serious first, with their counts. */
export function occurring(summary: Summary): [verdict: Verdict, amount: number][] {
  return verdicts
    .map((verdict): [Verdict, number] => [verdict, summary[verdict]])
    .filter(([, amount]) => amount > 0);
}

function headerOf(events: readonly RunEvent[]): RunHeader {
  const start = events.find((event) => event.type === "run-started");
  if (start) return start.run;
  throw new JournalError(
    "journal-empty",
    "the journal tells of no run",
    "was the run stopped before it began?",
  );
}

function endOf(events: readonly RunEvent[]): RunEnd | undefined {
  return events.find((event) => event.type === "run-finished")?.end;
}

/** Results in the order in which requirements were begun, which does not depend on who answered first. */
function judgedIn(events: readonly RunEvent[]): RequirementResult[] {
  const results = new Map<string, RequirementResult | undefined>();
  for (const event of events) {
    if (event.type === "requirement-started" && !results.has(event.id)) results.set(event.id, undefined);
    if (event.type === "requirement-judged") results.set(event.result.id, event.result);
  }
  const judged = [...results.values()].filter((result) => result !== undefined);
  return [...bySuite(judged).values()].flat();
}

/** The end of a run that has none: it took as long as its longest requirement, or longer. */
function unfinished(
  events: readonly RunEvent[],
  requirements: readonly RequirementResult[],
  runId: string,
  planned: number,
): RunEnd {
  const leftOver = notTakenAway(events);
  return {
    durationMs: Math.max(0, ...requirements.map((result) => result.durationMs)),
    outcome: requirements.some(({ verdict, expected }) => verdict === "failed" && expected === undefined)
      ? "non-conformant"
      : "not-judged",
    reasons: [
      `the run did not finish: of ${count(planned, "requirement")}, ${requirements.length} got a verdict`,
      ...(leftOver.length === 0
        ? []
        : [
            `what it made may still be on the target: ${count(leftOver.length, "thing")}, and what it was about to make; names begin with kc-${runId}`,
          ]),
    ],
    summary: summaryOf(requirements),
    unclaimed: [],
    leftOver,
  };
}

/** What the journal says was made, and does not say was taken away. */
function notTakenAway(events: readonly RunEvent[]): readonly LeftOver[] {
  const gone = new Set(events.flatMap((event) => (event.type === "taken-away" ? event.gone.id : [])));
  const reason = "the journal ends before it was taken away";
  return events
    .flatMap((event) => (event.type === "made" ? event.made : []))
    .filter(({ id }) => !gone.has(id))
    .map((made) => ({ reason, ...made }));
}
