import { randomInt } from "node:crypto";
import { suites } from "../../suites/index.ts";
import type { Statement } from "../certificate/index.ts";
import type { Flags } from "../config/index.ts";
import { type RunReport, type RunSettings, alternatives, exitCodes, meansGiven } from "../model/index.ts";
import {
  type Change,
  type Screen,
  changeOf,
  explanation,
  openScreen,
  printable,
  reasonOf,
  reportOf,
} from "../report/index.ts";
import type { Context } from "./context.ts";
import { conduct } from "../library/conduct.ts";
import { invocationOf } from "../library/invocation.ts";
import { settingsOf } from "./run.command.ts";
import { createRunId } from "../library/run-folder.ts";
import { hideSecrets } from "./shown-secrets.ts";
import { UsageError } from "./usage-error.ts";

export interface RecheckFlags extends Omit<Flags, "url" | "claims" | "without"> {
  /** URL of the target. */
  readonly recheck?: string;
  /** How many requirements. */
  readonly sample: number;
}

/** Judges some of the requirements that a certificate says passed, drawn at random, with the values of a new seed. */
export async function recheck(statement: Statement, flags: RecheckFlags, context: Context): Promise<number> {
  const { recheck: url = "", sample, ...reach } = flags;
  const { claims, run: certified } = statement.predicate;
  const told = { ...reach, url, claims, without: certified.without };
  hideSecrets(told, context);
  const settings = settingsOf(told, context, undefined);
  const screen = openScreen(context.print, context.terminal);
  const only = drawn(judgeable(statement, settings), sample);
  screen.print(
    "",
    `Judging ${only.length} of ${statement.predicate.requirements.length} again at ${printable(url)}`,
  );
  const { events, error } = await conduct({
    settings: {
      ...settings,
      strict: certified.strict,
      selection: { only, skip: [], suites: [] },
      expectedFailures: [],
    },
    runId: createRunId(new Date()),
    invocation: invocationOf(told),
    emit: () => undefined,
    signal: context.signal,
  });
  if (error !== undefined) throw error;
  const report = reportOf(events);
  return compared(statement, report, screen);
}

/** What the certificate says passed and these settings suffice to judge. */
function judgeable({ predicate }: Statement, settings: RunSettings): readonly string[] {
  const passed = new Set(
    predicate.requirements.filter(({ verdict }) => verdict === "passed").map(({ id }) => id),
  );
  const given = meansGiven(settings);
  const { claims } = settings;
  const ids = suites
    .flatMap(({ requirements }) => requirements)
    .filter(({ id }) => passed.has(id))
    .filter(({ needs }) => needs.every((need) => alternatives(need).some((name) => given.includes(name))))
    // What passed by the answers to other checks alone may not meet any in so few.
    .filter(({ cases }) => cases.some(({ variant }) => claims.includes(variant?.capability ?? "core")))
    .map(({ id }) => id);
  if (ids.length > 0) return ids;
  throw new UsageError("nothing of it can be judged again", "configure the means that its run was given");
}

function drawn(ids: readonly string[], amount: number): readonly string[] {
  const left = [...ids];
  return Array.from({ length: Math.min(amount, ids.length) }, () =>
    left.splice(randomInt(left.length), 1),
  ).flat();
}

/** Says how the verdicts compare. What could not be judged again speaks for nobody. */
function compared({ predicate }: Statement, report: RunReport, { print, paint }: Screen): number {
  const before = new Map(predicate.requirements.map(({ id, verdict }) => [id, verdict]));
  const changes = report.requirements.map((result) => ({
    result,
    change: changeOf(before.get(result.id) ?? "passed", result.verdict),
  }));
  const those = (kind: Change) => changes.filter(({ change }) => change === kind).map(({ result }) => result);
  const [broken, unjudged] = [those("broken"), those("lost")];
  print(
    ...changes.map(
      ({ result, change }) => `  ${change.padEnd(6)}  ${printable(result.id)}: ${result.verdict}`,
    ),
    ...broken.flatMap((result) => [
      "",
      ...explanation(paint, result, { findings: 3, characters: 600, exchanges: true }),
    ]),
    ...unjudged.map(
      (result) => `  ${printable(result.id)} was not judged: ${printable(reasonOf(result) ?? "")}`,
    ),
    ...report.leftOver.map(({ kind, id, reason }) =>
      printable(`left on the target: ${kind} ${id}: ${reason}`),
    ),
    ...(report.ended === undefined ? [] : [printable(report.ended)]),
    `${changes.length - broken.length - unjudged.length} as certified, ${broken.length} worse, ${unjudged.length} not judged; seed ${report.seed}`,
  );
  if (broken.length > 0) return exitCodes["non-conformant"];
  return unjudged.length > 0 || report.ended !== undefined ? exitCodes["not-judged"] : 0;
}
