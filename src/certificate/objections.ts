import type { Outcome, RunEvent, RunReport } from "../model/index.ts";
import type { Edition, Judge } from "./judge.ts";
import { finishOf, leewayMs } from "./validity.ts";

/** Why a run earns no certificate, and what would. */
export interface Objection {
  readonly why: string;
  readonly remedy: string;
}

/** A run that may earn a certificate. */
export interface Candidate {
  readonly events: readonly RunEvent[];
  readonly report: RunReport;
  /** What the verdicts alone say of the run, concluded anew. */
  readonly concluded: Outcome;
}

const again = "judge the target again, as a whole";

/** Everything that keeps a run from a certificate; nothing when it earns one. */
export function objectionsTo(
  candidate: Candidate,
  { name, requirements }: Edition,
  now: Date,
): readonly Objection[] {
  const limits = [...toItsEnd(candidate.events), ...toItsExtent(candidate.report)];
  return [
    ...limits,
    ...toItsOutcome(candidate.report),
    // A run that is limited lacks requirements for a reason that was told.
    ...(limits.length === 0 ? toItsRequirements(candidate, requirements, name) : []),
    ...toItsClock(candidate.report, now),
  ];
}

/** Only the release that judged a run knows what its verdicts stand for. */
export function foreign({ tool, edition }: RunReport, judge: Judge): readonly Objection[] {
  const other = tool.name !== judge.tool.name || tool.version !== judge.tool.version;
  const changed = !other && tool.digest !== judge.digest;
  return [
    ...when(
      other,
      `it was judged by ${tool.name} ${tool.version}, and this is ${judge.tool.name} ${judge.tool.version}`,
      "certify with the version that judged, or judge again with this one",
    ),
    ...when(
      changed,
      `the suites that judged it are not those of this ${tool.name} ${tool.version}`,
      "judge again with this one",
    ),
    ...when(
      edition !== judge.edition.name,
      `it was judged by edition ${edition}, and this version certifies ${judge.edition.name}`,
      "certify with the version that judged, or judge again with this one",
    ),
  ];
}

function toItsEnd(events: readonly RunEvent[]): readonly Objection[] {
  const first = events[0]?.type === "run-started";
  const last = events.at(-1)?.type === "run-finished";
  const [starts, ends] = [countOf(events, "run-started"), countOf(events, "run-finished")];
  return [
    ...when(ends === 0, "it did not finish", again),
    ...when(
      ends > 0 && !(first && last && starts === 1 && ends === 1),
      "its journal is not that of one run: it has to begin with its start and end with its end",
      again,
    ),
  ];
}

function toItsExtent(report: RunReport): readonly Objection[] {
  const { shard, selection, insecure, expectedFailures, summary, ended } = report;
  const chosen = Object.values(selection).flat();
  return [
    ...when(shard !== undefined, "it is a shard of a run", "`merge` all shards, and certify the whole"),
    ...when(
      chosen.length > 0,
      `it judged a selection (${chosen.join(", ")})`,
      "judge again without --only, --skip and --suite",
    ),
    ...when(
      insecure,
      "it accepted any certificate (--insecure), so anybody may have answered",
      "judge again without --insecure; --ca names a certificate to trust",
    ),
    ...when(
      expectedFailures !== undefined,
      "it expected failures",
      "mend them, and judge again without `expectedFailures`",
    ),
    ...when(ended !== undefined, `it ended before its time: ${ended}`, again),
    ...when(summary.requests === 0, "it sent no request", again),
  ];
}

function toItsOutcome({ outcome, reasons }: RunReport): readonly Objection[] {
  const earned = outcome === "conformant" || outcome === "conformant-in-part";
  return when(
    !earned,
    `the target is ${outcome === "not-judged" ? "not judged" : outcome}: ${reasons.join("; ")}`,
    "`report` tells what to mend or to give; then judge again",
  );
}

function toItsRequirements(
  { events, report, concluded }: Candidate,
  requirements: Edition["requirements"],
  edition: string,
): readonly Objection[] {
  const judged = events.flatMap((event) => (event.type === "requirement-judged" ? [event.result.id] : []));
  const gaps = differences(report.requirements, requirements);
  return [
    ...when(judged.length !== new Set(judged).size, "its journal judges a requirement twice", again),
    ...when(gaps.length > 0, `it is not the whole of edition ${edition}: ${few(gaps)}`, again),
    ...when(
      gaps.length === 0 && concluded !== report.outcome,
      `its journal says ${report.outcome}, and its verdicts say ${concluded}`,
      again,
    ),
  ];
}

function toItsClock(report: RunReport, now: Date): readonly Objection[] {
  const finishedAt = finishOf(report);
  return when(
    !(finishedAt.getTime() <= now.getTime() + leewayMs),
    `it began ${report.startedAt} and took ${report.durationMs} ms, so its end is yet to come`,
    "is the clock of one of the machines wrong? Then judge again",
  );
}

/** How a list of requirements differs from that of an edition, in words. */
export function differences(
  given: Edition["requirements"],
  edition: Edition["requirements"],
): readonly string[] {
  const known = new Map(edition.map((requirement) => [requirement.id, requirement]));
  const ids = new Set(given.map(({ id }) => id));
  return [
    ...edition.filter(({ id }) => !ids.has(id)).map(({ id }) => `${id} is missing`),
    ...given.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} is no requirement of it`),
    ...given
      .filter(({ id, level }) => known.has(id) && known.get(id)?.level !== level)
      .map(({ id }) => `${id} has another level`),
    ...given
      .filter(({ id, capability }) => known.has(id) && known.get(id)?.capability !== capability)
      .map(({ id }) => `${id} belongs to another capability`),
    ...(ids.size === given.length ? [] : ["a requirement occurs twice"]),
  ];
}

export function few(lines: readonly string[]): string {
  const shown = lines.slice(0, 5).join(", ");
  return lines.length > 5 ? `${shown} and ${lines.length - 5} more` : shown;
}

function when(holds: boolean, why: string, remedy: string): readonly Objection[] {
  return holds ? [{ why, remedy }] : [];
}

function countOf(events: readonly RunEvent[], type: RunEvent["type"]): number {
  return events.filter((event) => event.type === type).length;
}
