import { createRedaction } from "../http/index.ts";
import {
  alternatives,
  type Level,
  type Means,
  meansGiven,
  type Plan,
  type RequirementResult,
  type Unplanned,
} from "../model/index.ts";
import type { Case, Judgeable } from "../suite/index.ts";
import { contactsOf } from "./contacts.ts";
import { type Judgement, whyUnable } from "./judge.ts";
import { conclude } from "./outcome.ts";
import { resultOf } from "./result.ts";
import { headerOf, type RunOptions } from "./run.ts";
import { unjudged, untested } from "./schedule.ts";
import { select } from "./select.ts";
import { baseUrlOf } from "./sender.ts";
import { shardOf } from "./shard.ts";

/** What a run needs to be told of to be planned. */
export type PlanOptions = Omit<RunOptions, "emit" | "signal" | "runId" | "invocation">;

/**
 * What a run would do, as its settings and the requirements declare it. Sends nothing.
 *
 * @throws SelectionError when the selection leaves nothing to judge.
 */
export function planOf(options: PlanOptions): Plan {
  const { suites, settings, part } = options;
  const given = meansGiven(settings);
  const selected = select(suites, settings.selection);
  const requirements = shardOf(selected, part);
  const able = requirements.map((requirement) => ({
    requirement,
    judgements: judgementsOf(requirement, { ...settings, given }),
  }));
  const results = able.map(({ requirement, judgements }) =>
    foreseen(requirement, judgements, settings.without),
  );
  const {
    runId: _,
    startedAt,
    ...header
  } = headerOf(
    { ...options, runId: "" },
    { baseUrl: baseUrlOf(settings.target), given },
    { planned: requirements.length, whole: selected.length },
  );
  const needed = new Set(able.flatMap(({ requirement, judgements }) => meansOf(requirement, judgements)));
  const used = given.filter((name) => needed.has(name));
  const { requestsPerSecond } = settings.limits;
  return {
    header,
    judged: levelsOf(results.filter(isJudged)),
    unplanned: unplannedOf(able),
    contacts: contactsOf(settings, used),
    movesClock: used.includes("clock"),
    atBest: conclude({
      results,
      unselected: suites.flatMap((suite) => suite.requirements).length - selected.length,
      shard: header.shard,
      claims: settings.claims,
      expectations: [],
      today: startedAt.slice(0, 10),
    }),
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
  };
}

/** What judging would come to if everything went well. */
function judgementsOf(
  requirement: Judgeable,
  equipment: Parameters<typeof whyUnable>[2],
): readonly Judgement[] {
  if (requirement.cases.length === 0) return [untested(requirement)];
  return requirement.cases.map((one) => ({
    ...unjudged(one, ""),
    ...(whyUnable(requirement, one, equipment) ?? { verdict: "passed" }),
  }));
}

function foreseen(
  requirement: Judgeable,
  judgements: readonly Judgement[],
  without: readonly Means[],
): RequirementResult {
  return resultOf(requirement, judgements, {
    redaction: createRedaction(),
    reach: [],
    without,
    reproduce: () => "",
  });
}

function isJudged({ verdict }: Pick<RequirementResult, "verdict">): boolean {
  return verdict === "passed";
}

function levelsOf(results: readonly RequirementResult[]): Readonly<Record<Level, number>> {
  const of = (level: Level) => results.filter((result) => result.level === level).length;
  return { MUST: of("MUST"), SHOULD: of("SHOULD"), MAY: of("MAY") };
}

/** The means that the cases need which would be judged. */
function meansOf({ needs, cases }: Judgeable, judgements: readonly Judgement[]): readonly Means[] {
  const judged: readonly Case[] = cases.filter((_, i) => judgements[i]?.verdict === "passed");
  if (judged.length === 0) return [];
  return [...needs, ...judged.flatMap(({ variant }) => variant?.needs ?? [])].flatMap(alternatives);
}

interface Foreseen {
  readonly requirement: Judgeable;
  readonly judgements: readonly Judgement[];
}

/** What stays unjudged, by reason, what keeps most from being judged first. */
function unplannedOf(all: readonly Foreseen[]): readonly Unplanned[] {
  const reasons = new Set(all.flatMap(({ judgements }) => judgements.flatMap((one) => one.reason || [])));
  const groups = [...reasons].map((reason): Unplanned => {
    const concerned = all.filter(({ judgements }) => judgements.some((one) => one.reason === reason));
    const whole = concerned.filter(({ judgements }) => !judgements.some(isJudged));
    const musts = whole.filter(({ requirement }) => requirement.level === "MUST").length;
    const others = whole.length - musts;
    return { reason, musts, others, inPart: concerned.length - whole.length };
  });
  return groups.toSorted((one, other) => other.musts - one.musts || other.others - one.others);
}
