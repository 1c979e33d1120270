import { nearest, type RequirementResult, type RunReport, type VariantResult } from "../model/index.ts";
import { printable } from "../report/index.ts";
import type { Judgeable, KnownCase, Suite } from "../suite/index.ts";
import { edition } from "../library/tool.ts";
import { UsageError } from "./usage-error.ts";

/** What of a run is judged again. */
export interface Replayed {
  readonly ids: readonly string[];
  /** What has to be judged for that: the failures themselves, and where an observer saw them. */
  readonly only: readonly string[];
  /** All suites, with no more of their variants than that. */
  readonly suites: readonly Suite[];
  /** Generated cases by the place of the run that drew them. */
  readonly again: ReadonlyMap<string, readonly KnownCase[]>;
}

/** Everything that failed in a run, or one requirement of it. Throws for what cannot be replayed. */
export function replayedFrom(report: RunReport, id: string | undefined, suites: readonly Suite[]): Replayed {
  if (report.edition !== edition) throw otherEdition(report);
  const failures = failuresIn(report, id);
  const places = casesAt(failures.flatMap(placesOf));
  const idsOf = new Set([...places.keys()].map((place) => place.split(" (")[0] ?? place));
  const known = suites.flatMap(({ requirements }) => requirements.map((requirement) => requirement.id));
  const unknown = failures.find((failure) => !known.includes(failure.id));
  if (unknown !== undefined)
    throw new UsageError(
      `the report names "${printable(unknown.id)}", which is no requirement`,
      "give the report as the run wrote it",
    );
  const only = known.filter((one) => idsOf.has(one) || failures.some((failure) => failure.id === one));
  const again = [...places].filter((entry): entry is [string, KnownCase[]] => entry[1] !== undefined);
  return {
    ids: failures.map((failure) => failure.id),
    only,
    suites: suites.map((suite) => ({
      ...suite,
      requirements: suite.requirements.map((requirement) => narrowed(requirement, places)),
    })),
    again: new Map(again),
  };
}

function failuresIn({ requirements }: RunReport, id: string | undefined): readonly RequirementResult[] {
  const failed = requirements.filter(isFailed);
  if (failed.length === 0)
    throw new UsageError("nothing failed in this run", "a replay repeats what failed or was warned of");
  if (id === undefined) return failed;
  const chosen = failed.find((result) => result.id === id);
  if (chosen !== undefined) return [chosen];
  const judged = requirements.find((result) => result.id === id);
  const meant = nearest(
    id,
    failed.map((result) => result.id),
  );
  throw new UsageError(
    judged === undefined
      ? `"${printable(id)}" is not in this run`
      : `${printable(id)} did not fail in this run: it ${judged.verdict === "passed" ? "passed" : `was ${printable(judged.verdict)}`}`,
    meant === undefined ? `what failed: ${named(failed)}` : `did you mean ${printable(meant)}?`,
  );
}

function named(results: readonly RequirementResult[]): string {
  const names = results.slice(0, 8).map(({ id }) => printable(id));
  return (
    names.join(", ") + (results.length > names.length ? ` and ${results.length - names.length} more` : "")
  );
}

function isFailed({ verdict }: Pick<VariantResult, "verdict">): boolean {
  return verdict === "failed" || verdict === "warned";
}

function otherEdition({ edition: theirs, tool }: RunReport): UsageError {
  return new UsageError(
    `the run was judged by edition ${printable(theirs)}, and this version judges by ${edition}`,
    `replay it with the version that judged it: npx kadosei-conformance@${printable(String(tool?.version))}`,
  );
}

type Placed = readonly [place: string, again: readonly KnownCase[] | undefined];

/** Where something is to be judged as a whole, no single case of it will do. */
function casesAt(placed: readonly Placed[]): ReadonlyMap<string, readonly KnownCase[] | undefined> {
  const whole = new Set(placed.filter(([, again]) => again === undefined).map(([place]) => place));
  return new Map(placed.map(([place, again]) => [place, whole.has(place) ? undefined : again]));
}

/** The places of the run at which a failure is to be had again; where all of it was generated, with the cases. */
function placesOf(result: RequirementResult): readonly Placed[] {
  const failed = (result.variants ?? []).filter(isFailed);
  if (failed.length === 0) return [[result.id, casesOf(result)]];
  return failed.map((variant): Placed => {
    if (variant.during !== undefined) return [variant.during, undefined];
    return [`${result.id} (${variant.name})`, casesOf(variant)];
  });
}

function casesOf({ violations = [] }: Partial<Pick<VariantResult, "violations">>): KnownCase[] | undefined {
  const cases = violations.flatMap(({ generated }) =>
    generated === undefined ? [] : [soundCase(generated)],
  );
  return cases.length > 0 && cases.length === violations.length ? cases : undefined;
}

function soundCase({ seed, path, input }: KnownCase): KnownCase {
  const isSound =
    Number.isSafeInteger(seed) && /^\d{1,15}(:\d{1,9})*$/.test(path) && typeof input === "string";
  if (isSound) return { seed, path, input };
  throw new UsageError(
    "the report holds a generated case without a seed, a path or an input",
    "give the report as the run wrote it",
  );
}

/** A requirement with those variants alone that failed; whole, where it has none or they are not known. */
function narrowed(requirement: Judgeable, places: ReadonlyMap<string, unknown>): Judgeable {
  const { id, cases } = requirement;
  const failed = cases.filter(({ variant }) => places.has(`${id} (${variant?.name})`));
  if (places.has(id) || (failed.length === 0 && requirement.observe === undefined)) return requirement;
  return { ...requirement, cases: failed };
}
