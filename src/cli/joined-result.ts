import { type RequirementResult, type VariantResult, verdicts } from "../model/index.ts";

/** Violations that one requirement lists in all. */
const listed = 25;

/** The verdicts of one requirement from several shards as one: the worst of those that judged anything. */
export function joined(results: readonly RequirementResult[]): RequirementResult {
  const [worst] = results.toSorted(worstFirst);
  if (worst === undefined) throw new Error("a requirement without a result cannot be joined");
  if (results.length === 1) return worst;
  return {
    ...worst,
    durationMs: results.reduce((sum, { durationMs }) => sum + durationMs, 0),
    violations: distinct(results.flatMap(({ violations }) => violations)).slice(0, listed),
    variants: joinedVariants(results.flatMap(({ variants }) => variants)),
    notes: distinct(results.flatMap(({ notes }) => notes)),
    ...needs("missing", results),
    ...needs("waived", results),
  };
}

function joinedVariants(variants: readonly VariantResult[]): readonly VariantResult[] {
  const byName = new Map<string, VariantResult>();
  for (const variant of variants.toSorted(worstFirst))
    if (!byName.has(variant.name)) byName.set(variant.name, variant);
  return [...byName.values()];
}

type Judged = Pick<VariantResult, "verdict">;

/** What was skipped says nothing, so it stands behind even what passed. */
function worstFirst(one: Judged, other: Judged): number {
  const seriousness = ({ verdict }: Judged) => (verdict === "skipped" ? Infinity : verdicts.indexOf(verdict));
  return Math.sign(seriousness(one) - seriousness(other)) || 0;
}

function needs(
  key: "missing" | "waived",
  results: readonly RequirementResult[],
): { [name in typeof key]?: readonly string[] } {
  const names = distinct(results.flatMap((result) => result[key] ?? []));
  return names.length === 0 ? {} : { [key]: names };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
