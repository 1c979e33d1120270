import type { FaultResult, RequirementResult, RunReport } from "../model/index.ts";
import { type Fault, loadFault } from "../reference/index.ts";
import { judgeReference, overTls } from "./trial.ts";

/** How faults are tried. */
export interface Manner {
  readonly seed: number;
  /** Judges nothing but the requirement that a fault was written for. */
  readonly ownOnly: boolean;
}

/** A race need not show every time, least of all on a machine that is busy with other trials. */
const mostTries = 2;

/** Judges the reference server with one fault; again, with other values, if its own requirement missed it. */
export async function tryFault(name: string, manner: Manner): Promise<FaultResult> {
  const began = performance.now();
  const fault = await loadFault(name);
  for (let tries = 1; ; tries += 1) {
    const seed = manner.seed + tries - 1;
    const report = await reportOn(fault, { ...manner, seed }, manner.ownOnly || tries > 1);
    const found = whatBecameOf(fault, report);
    if (found.fate === "own" || tries === mostTries)
      return { fault: name, ...found, tries, durationMs: Math.round(performance.now() - began) };
  }
}

/** A whole run takes the usual number of cases first, as everybody's does. */
const casesOfAThoroughTrial = 50;

async function reportOn(fault: Fault, { seed, ownOnly }: Manner, isThorough: boolean): Promise<RunReport> {
  return judgeReference({
    seed,
    only: ownOnly ? [fault.breaks] : [],
    server: { faults: [fault], ...(fault.over === "tls" ? await overTls() : {}) },
    attempts: 1,
    ...(isThorough ? { cases: casesOfAThoroughTrial } : {}),
  });
}

function whatBecameOf({ title, breaks, level }: Fault, { requirements, summary }: RunReport) {
  const own = requirements.find(({ id }) => id === breaks);
  const killedBy = requirements.filter(complains).map(({ id }) => id);
  const others = killedBy.filter((id) => id !== breaks);
  const noticed = own !== undefined && notices(own, level);
  return {
    title,
    breaks,
    fate: noticed ? "own" : others.length > 0 ? "collateral" : "survived",
    ...(own === undefined ? {} : { own: own.verdict }),
    killedBy,
    unrelated: others.filter((id) => chapterOf(id) !== chapterOf(breaks)).length,
    blocked: summary.blocked,
    errored: summary.errored,
    ...(noticed ? {} : { reason: own?.reason ?? whyMissed(own) }),
  } as const;
}

/** Requirements of one chapter look at one thing from several sides. */
function chapterOf(id: string): string {
  return id.split("/")[0] ?? id;
}

function complains({ verdict }: RequirementResult): boolean {
  return verdict === "failed" || verdict === "warned";
}

/** A MUST has to fail: a warning of one of its variants fails no target. */
function notices({ level, verdict }: RequirementResult, ofFault: Fault["level"]): boolean {
  return verdict === (level === "MUST" && ofFault === undefined ? "failed" : "warned");
}

function whyMissed(own: RequirementResult | undefined): string {
  return own === undefined ? "there is no such requirement" : `${own.level} ${own.verdict}`;
}

/** A fault that could not be tried, because the trial itself broke. */
export function untried(name: string, reason: string): FaultResult {
  const nothing = { killedBy: [], unrelated: 0, blocked: 0, errored: 0, tries: 0, durationMs: 0 };
  return { fault: name, title: "", breaks: "", fate: "untried", ...nothing, reason };
}
