import type {
  RequirementResult,
  RunNews,
  RunReport,
  Source,
  VariantResult,
  Verdict,
  ViolationRecord,
} from "../model/index.ts";

/** A violation with the variant that showed it. */
export interface Finding {
  readonly variant?: string;
  readonly violation: ViolationRecord;
}

/** All violations of a requirement; one that a variant and its requirement both carry is told once. */
export function findings(result: RequirementResult): readonly Finding[] {
  const ofVariants = result.variants.flatMap((variant) =>
    variant.violations.map((violation) => ({ variant: variant.name, violation })),
  );
  const told = new Map<string, Finding>(ofVariants.map((finding) => [keyOf(finding.violation), finding]));
  // The requirement repeats what its variants found, with the variant's name in front of the place.
  const repeated = new Set(
    ofVariants.map(({ variant, violation }) =>
      keyOf({ ...violation, where: `${variant}: ${violation.where}` }),
    ),
  );
  for (const violation of result.violations) {
    const key = keyOf(violation);
    if (!told.has(key) && !repeated.has(key)) told.set(key, { violation });
  }
  return [...told.values()];
}

function keyOf(violation: ViolationRecord): string {
  return JSON.stringify(violation);
}

/** What reports list one by one: a requirement, or each of its variants. */
export interface Case {
  readonly variant?: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  /** Declared beforehand; see {@link RequirementResult.expected}. */
  readonly expected?: RequirementResult["expected"];
  readonly durationMs: number;
  readonly violations: readonly ViolationRecord[];
}

/**
 * The cases of a requirement. It stands among its own variants when they do not tell all: when none is as serious as
 * its verdict, or when it carries a violation that none of them shows.
 */
export function casesOf(result: RequirementResult): readonly Case[] {
  const variants = result.variants.map((variant): Case => ({
    ...variant,
    variant: variant.name,
    ...(result.expected === undefined ? {} : { expected: result.expected }),
  }));
  const untold = findings(result)
    .filter(({ variant }) => variant === undefined)
    .map(({ violation }) => violation);
  const isTold = untold.length === 0 && variants.some(({ verdict }) => verdict === result.verdict);
  return isTold ? variants : [...variants, { ...result, violations: untold }];
}

/** Why a requirement was not judged or not steady, or that its failure was expected; its variants may know when it does not say itself. */
export function reasonOf(result: RequirementResult): string | undefined {
  const sameVerdict = (variant: VariantResult) => variant.verdict === result.verdict && variant.reason;
  const reason = result.reason ?? result.variants.find(sameVerdict)?.reason;
  const declared = result.expected === undefined ? [] : [expectation(result.expected)];
  return declared.length === 0 ? reason : [...declared, ...(reason === undefined ? [] : [reason])].join("; ");
}

type Judged = { readonly verdict: Verdict; readonly expected?: RequirementResult["expected"] };

/** Whether a verdict speaks against the target in this run: a warning does so only under `--strict`. */
export function isAgainstTarget(report: Pick<RunReport, "strict">, judged: Judged): boolean {
  return isViolation(report, judged) && judged.expected === undefined;
}

/** Whether a verdict would speak against the target, had it not been declared beforehand. */
export function isExpectedFailure(report: Pick<RunReport, "strict">, judged: Judged): boolean {
  return isViolation(report, judged) && judged.expected !== undefined;
}

function isViolation(report: Pick<RunReport, "strict">, { verdict }: Judged): boolean {
  return verdict === "failed" || (verdict === "warned" && report.strict);
}

/** `expected: ticket 123, until 2027-01-31` */
export function expectation({ because, until }: NonNullable<RequirementResult["expected"]>): string {
  return `expected: ${because}${until === undefined ? "" : `, until ${until}`}`;
}

/** One line of an explanation. */
export type Fact = readonly [label: string, text: string];

/** What was expected, what came, and where to look. */
export function violationFacts(violation: ViolationRecord): readonly Fact[] {
  const alike = violation.alike ?? 0;
  return [
    ["expected", violation.expected],
    ["actual", violation.actual],
    ["where", violation.where],
    ...facts("hint", violation.hint),
    ...generatedFacts(violation.generated),
    ...(alike > 0 ? facts("alike", `${alike} more with the same cause`) : []),
  ];
}

/** The smallest input, how to draw it again, and what else showed the same. */
function generatedFacts(drawn: ViolationRecord["generated"]): readonly Fact[] {
  if (drawn === undefined) return [];
  return [
    ["input", drawn.input],
    ["drawn", `seed ${drawn.seed}, path ${drawn.path}`],
    ...facts("shrunk", drawn.stopped),
    ...drawn.examples.map((example): Fact => ["so too", example]),
  ];
}

/** What a line tells of an exchange. */
type Line = Extract<RunNews, { readonly type: "exchanged" }>["exchange"];

/** An exchange on one line: `POST https://… → 201 in 12 ms`. */
export function exchangeLine({ request, response, failure, durationMs }: Line): string {
  const answer = response ? String(response.status) : `no answer (${failure?.kind}: ${failure?.message})`;
  return `${request.method} ${request.url} → ${answer} in ${Math.round(durationMs)} ms`;
}

/** Where a requirement comes from, on one line. */
export function sourceLine(source: Source): string {
  return [sourceName(source), source.url].filter(Boolean).join(" · ");
}

/** Code and title of a source; of a standard they are the same, and said once. */
export function sourceName({ code, title }: Source): string {
  return code === title ? title : `${code} · ${title}`;
}

function facts(label: string, text: string | undefined): readonly Fact[] {
  return text === undefined ? [] : [[label, text]];
}
