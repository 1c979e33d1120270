import { cut, recordOf, type Redaction } from "../http/index.ts";
import {
  alternatives,
  type GeneratedCase,
  type Means,
  type Need,
  type RequirementResult,
  type VariantResult,
  type Verdict,
  type ViolationRecord,
  worse,
} from "../model/index.ts";
import type { Evidence, Judgeable, Violation } from "../suite/index.ts";
import type { Judgement } from "./judge.ts";
import type { Observed } from "./observers.ts";
import type { Reproducible } from "./reproduce.ts";

/** Characters of a quoted value that a report shows. */
const quoted = 300;

/** Violations that a report lists one by one; the others are counted. */
const listed = 5;

export interface ResultParts {
  readonly redaction: Redaction;
  /** What curl has to be told to reach the target. */
  readonly reach: readonly string[];
  readonly without: readonly Means[];
  /** The command that judges a requirement again with the same values. */
  readonly reproduce: (result: Reproducible) => string;
}

/** Writes down a requirement's verdict: the worst of its cases, with the evidence masked. */
export function resultOf(
  requirement: Judgeable,
  judgements: readonly Judgement[],
  parts: ResultParts,
): RequirementResult {
  const { redaction, without, reproduce } = parts;
  const { id, suite, title, level, source, capability } = requirement;
  const variants = judgements.flatMap((judgement) => variantOf(judgement, parts));
  const worst = worstOf(judgements);
  const missing = judgements.flatMap((judgement) => judgement.missing);
  const violations = judgements
    .flatMap(({ violation, variant }) => recordsOf(violation, parts, variant))
    .slice(0, 25);
  return {
    id,
    suite,
    title,
    level,
    source,
    capability,
    verdict: worst.verdict,
    ...(worst.reason === undefined ? {} : { reason: told(worst.reason, redaction) }),
    durationMs: judgements.reduce((sum, { durationMs }) => sum + durationMs, 0),
    violations,
    variants,
    notes: notesOf(judgements).map((note) => told(note, redaction)),
    ...(worst.verdict === "skipped" && judgements.some(({ notServed }) => notServed === true)
      ? { notServed: true }
      : {}),
    ...unjudgedFor(
      "missing",
      missing.filter((need) => !isWaived(need, without)),
    ),
    ...unjudgedFor(
      "waived",
      missing.filter((need) => isWaived(need, without)),
    ),
    reproduce: reproduce({ id, violations, variants }),
  };
}

function notesOf(judgements: readonly Judgement[]): readonly string[] {
  const cases = judgements.reduce((sum, judgement) => sum + (judgement.cases ?? 0), 0);
  const notes = new Set(judgements.flatMap((judgement) => judgement.notes));
  return cases === 0 ? [...notes] : [...notes, `${cases} generated cases`];
}

/** The worst judged case; skipped only where nothing was judged. */
function worstOf(judgements: readonly Judgement[]): { verdict: Verdict; reason?: string } {
  const judged = judgements.filter(({ verdict }) => verdict !== "skipped");
  const counting = judged.length === 0 ? judgements : judged;
  const verdict = counting
    .map((judgement) => judgement.verdict)
    .reduce(worse, counting[0]?.verdict ?? "skipped");
  const reason = counting.find((judgement) => judgement.verdict === verdict)?.reason;
  return { verdict, ...(reason === undefined ? {} : { reason }) };
}

function variantOf(judgement: Judgement, parts: ResultParts): readonly VariantResult[] {
  const { variant, verdict, reason, during, durationMs, violation } = judgement;
  if (variant === undefined) return [];
  const why = reason === undefined ? {} : { reason: told(reason, parts.redaction) };
  const where = during === undefined ? {} : { during };
  return [{ name: variant, verdict, ...why, ...where, durationMs, violations: recordsOf(violation, parts) }];
}

function recordsOf(
  violation: Violation | undefined,
  parts: ResultParts,
  prefix?: string,
): readonly ViolationRecord[] {
  const evidence = violation?.evidence ?? [];
  const more = evidence.length - listed;
  return evidence.slice(0, listed).map((entry, i) => ({
    ...recordOfEvidence(entry, parts, prefix),
    ...(i === listed - 1 && more > 0 ? { alike: (entry.alike ?? 0) + more } : {}),
  }));
}

function recordOfEvidence(
  { expected, actual, where, hint, answer, generated, alike }: Evidence,
  { redaction, reach }: ResultParts,
  prefix?: string,
): ViolationRecord {
  return {
    expected: told(expected, redaction),
    actual: told(actual, redaction),
    where: told(prefix === undefined ? where : `${prefix}: ${where}`, redaction),
    ...(hint === undefined ? {} : { hint: told(hint, redaction) }),
    ...(alike === undefined ? {} : { alike }),
    ...(generated === undefined ? {} : { generated: toldCase(generated, redaction) }),
    ...(answer === undefined ? {} : { exchange: recordOf(answer.exchange, redaction, reach) }),
  };
}

function toldCase(drawn: GeneratedCase, redaction: Redaction): GeneratedCase {
  const examples = drawn.examples.map((example) => told(example, redaction));
  return { ...drawn, input: cut(redaction.mask(drawn.input)), examples };
}

/** Masked first and shortened afterwards, so that no half of a secret is left. */
function told(text: string, redaction: Redaction): string {
  return cut(redaction.mask(text), quoted);
}

/** Adds what an observer saw to the judgement of its requirement's own check. */
export function withObserved(
  judgements: readonly Judgement[],
  observed: Observed,
  failed: Verdict,
): readonly Judgement[] {
  if (observed.met === 0 && judgements.length > 0) return judgements;
  const base = { missing: [], notes: [noteOn(observed)], durationMs: 0 };
  const seen = observed.violations.map(({ violation, during, alike }): Judgement => {
    const variant = `seen during ${during}${alike > 0 ? ` and ${alike} times more` : ""}`;
    return { ...base, variant, during, verdict: failed, violation };
  });
  const clean: Judgement = {
    ...base,
    variant: "observed",
    verdict: observed.met === 0 ? "skipped" : "passed",
  };
  return [...judgements, ...(seen.length > 0 ? seen : [clean])];
}

function noteOn({ met, kinds = new Map<string, number>() }: Observed): string {
  const counted = [...kinds].toSorted(([one], [other]) => one.localeCompare(other));
  const detail = counted.map(([kind, count]) => `${kind}: ${count}`).join(", ");
  return `${met} exchanges of the run observed${detail === "" ? "" : ` (${detail})`}`;
}

function unjudgedFor(
  key: "missing" | "waived",
  needs: readonly Need[],
): { [name in typeof key]?: readonly string[] } {
  const names = new Set(needs.map((need) => alternatives(need).join(" or ")));
  return names.size === 0 ? {} : { [key]: [...names] };
}

/** Declaring to be without one of several alternatives gives up on all of them that are not given. */
function isWaived(need: Need, without: readonly Means[]): boolean {
  return alternatives(need).some((name) => without.includes(name));
}
