import type { Level, RequirementResult, RunReport, Summary, Verdict } from "../model/index.ts";
import { type Change, changeOf } from "./change.ts";
import { summaryOf } from "./fold.ts";

/** A requirement of one run or both, with its verdicts. */
export interface Compared {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  /** Absent when the earlier run does not have it. */
  readonly before?: Verdict;
  /** Absent when the later run does not have it. */
  readonly after?: Verdict;
  /** Of the later verdict: why it was not judged, or how unstable it is. */
  readonly reason?: string;
}

/** One fact that two runs do not share. */
export interface Difference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Two runs, requirement by requirement. */
export interface Comparison {
  /** What the runs themselves differ in: target, edition, seed … */
  readonly differences: readonly Difference[];
  readonly broken: readonly Compared[];
  readonly mended: readonly Compared[];
  /** Judged before, and not any more. */
  readonly lost: readonly Compared[];
  /** Judged for the first time. */
  readonly gained: readonly Compared[];
  /** Fails now and then, and did not before. */
  readonly unstable: readonly Compared[];
  /** Requirements that only the later run has. */
  readonly added: readonly Compared[];
  /** Requirements that only the earlier run has. */
  readonly gone: readonly Compared[];
  readonly same: number;
  readonly before: Summary;
  readonly after: Summary;
}

/** Compares two runs, of other versions and targets too. */
export function compare(before: RunReport, after: RunReport): Comparison {
  const [old, young] = [byId(before), byId(after)];
  const shared = [...young.values()].filter(({ id }) => old.has(id));
  const pairs = shared.map((result) => pairOf(old.get(result.id), result));
  const changed = (kind: Change) => pairs.filter((pair) => kindOf(pair) === kind);
  return {
    differences: differencesOf(before, after),
    broken: changed("broken"),
    mended: changed("mended"),
    lost: changed("lost"),
    gained: changed("gained"),
    unstable: pairs.filter(({ id, reason }) => isUnstable(reason) && !isUnstable(old.get(id)?.reason)),
    added: [...young.values()].filter(({ id }) => !old.has(id)).map((result) => pairOf(undefined, result)),
    gone: [...old.values()].filter(({ id }) => !young.has(id)).map((result) => pairOf(result, undefined)),
    same: changed("same").length,
    before: summaryOf(before.requirements, before.summary.requests),
    after: summaryOf(after.requirements, after.summary.requests),
  };
}

/** What a gate stops at. A verdict that is lost proves nothing, so only the strict mind it. */
export function regressions({ broken, lost, gone }: Comparison, strict: boolean): readonly Compared[] {
  if (!strict) return broken;
  return [...broken, ...lost, ...gone.filter(({ before }) => before !== undefined && isJudged(before))];
}

function kindOf({ before, after }: Compared): Change {
  return before === undefined || after === undefined ? "same" : changeOf(before, after);
}

function isJudged(verdict: Verdict): boolean {
  return changeOf(verdict, "skipped") === "lost";
}

function isUnstable(reason: string | undefined): boolean {
  return reason?.startsWith("unstable") === true;
}

function byId({ requirements }: RunReport): ReadonlyMap<string, RequirementResult> {
  return new Map(requirements.map((result) => [result.id, result]));
}

function pairOf(old: RequirementResult | undefined, young: RequirementResult | undefined): Compared {
  const known = young ?? old;
  if (known === undefined) throw new Error("a requirement of neither run cannot be compared");
  const { id, level, title } = known;
  return {
    id,
    level,
    title,
    ...(old === undefined ? {} : { before: old.verdict }),
    ...(young === undefined ? {} : { after: young.verdict }),
    ...(young?.reason === undefined ? {} : { reason: young.reason }),
  };
}

type Fact = (report: Partial<RunReport>) => unknown;

const facts: Readonly<Record<string, Fact>> = {
  target: ({ target }) => (target?.bundled === true ? "the bundled reference server" : target?.url),
  version: ({ tool }) => tool?.version,
  edition: ({ edition }) => edition,
  seed: ({ seed }) => seed,
  claims: ({ claims }) => claims?.join(", "),
  without: ({ without }) => without?.join(", "),
  given: ({ given }) => given?.join(", "),
  strict: ({ strict }) => strict,
  outcome: ({ outcome }) => outcome,
};

/** Reports of other versions may lack a member, or have it in another form. */
function differencesOf(before: RunReport, after: RunReport): readonly Difference[] {
  const spelled = (value: unknown) => (value === undefined || value === "" ? "nothing" : String(value));
  return Object.entries(facts)
    .map(([name, fact]) => ({ name, before: spelled(fact(before)), after: spelled(fact(after)) }))
    .filter((difference) => difference.before !== difference.after);
}
