import type { RequirementResult, RunReport } from "../model/index.ts";

/** `report.json`: what `schemas/tool/report.schema.json` promises, and nothing besides. */
export function renderJson(report: RunReport): string {
  const promised: RunReport = {
    tool: report.tool,
    edition: report.edition,
    runId: report.runId,
    target: report.target,
    seed: report.seed,
    startedAt: report.startedAt,
    durationMs: report.durationMs,
    outcome: report.outcome,
    reasons: report.reasons,
    ...(report.ended === undefined ? {} : { ended: report.ended }),
    summary: report.summary,
    claims: report.claims,
    given: report.given,
    without: report.without,
    strict: report.strict,
    selection: report.selection,
    insecure: report.insecure,
    ...(report.settings === undefined ? {} : { settings: report.settings }),
    ...(report.shard === undefined ? {} : { shard: report.shard }),
    ...(report.mergedFrom === undefined ? {} : { mergedFrom: report.mergedFrom }),
    ...(report.expectedFailures === undefined ? {} : { expectedFailures: report.expectedFailures }),
    unclaimed: report.unclaimed,
    leftOver: report.leftOver,
    ...(report.made === undefined ? {} : { made: report.made }),
    ...(report.cases === undefined ? {} : { cases: report.cases }),
    requirements: report.requirements.map(promisedOf),
  };
  return `${JSON.stringify(promised, undefined, 2)}\n`;
}

function promisedOf(result: RequirementResult): RequirementResult {
  return {
    id: result.id,
    suite: result.suite,
    title: result.title,
    level: result.level,
    source: result.source,
    capability: result.capability,
    verdict: result.verdict,
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    ...(result.expected === undefined ? {} : { expected: result.expected }),
    ...(result.notServed === undefined ? {} : { notServed: result.notServed }),
    ...(result.missing === undefined ? {} : { missing: result.missing }),
    ...(result.waived === undefined ? {} : { waived: result.waived }),
    durationMs: result.durationMs,
    violations: result.violations,
    variants: result.variants,
    notes: result.notes,
    reproduce: result.reproduce,
  };
}
