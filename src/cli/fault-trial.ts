import type { FaultResult, RequirementResult, RunReport } from "../model/index.ts";
import { type Fault, loadFault } from "../reference/index.ts";
import { judgeReference, overTls } from "./trial.ts";

/** How faults are tried. */
export interface Manner {
  readonly seed: number;
  /** Judges nothing but the requirement that a fault was written for. */
  readonly ownOnly: boolean;
}

/**
 * Judges the reference server with one fault. If its own requirement missed it, that one alone tries again, with other
 * values and more cases: a race need not show every time, and beside a whole run a fault may hide behind its effects.
 */
export async function tryFault(name: string, manner: Manner): Promise<FaultResult> {
  const began = performance.now();
  const fault = await loadFault(name);
  const first = whatBecameOf(fault, await reportOn(fault, manner, manner.ownOnly));
  const isMissed = first.fate !== "own";
  const again = { seed: manner.seed + 1, ownOnly: true };
  const found = isMissed ? afterAll(first, whatBecameOf(fault, await reportOn(fault, again, true))) : first;
  return {
    fault: name,
    ...found,
    tries: isMissed ? 2 : 1,
    durationMs: Math.round(performance.now() - began),
  };
}

type Found = Omit<FaultResult, "fault" | "tries" | "durationMs">;

function afterAll(first: Found, alone: Found): Found {
  if (alone.fate !== "own") return first;
  const { reason: _, ...found } = first;
  const killedBy = [...new Set([...alone.killedBy, ...first.killedBy])];
  return { ...found, fate: "own", killedBy, ...(alone.own === undefined ? {} : { own: alone.own }) };
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

function whatBecameOf({ title, breaks, level }: Fault, { requirements, summary }: RunReport): Found {
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
  };
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
