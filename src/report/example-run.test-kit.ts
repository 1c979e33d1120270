import type {
  ExchangeRecord,
  RequirementResult,
  RunEnd,
  RunEvent,
  RunHeader,
  ViolationRecord,
} from "../model/index.ts";
import { summaryOf } from "./fold.ts";

/** A made-up run for tests and samples: any part can be given, the rest is plausible. */
export function exampleRun(
  results: readonly RequirementResult[],
  { run, end }: { readonly run?: Partial<RunHeader>; readonly end?: Partial<RunEnd> } = {},
): RunEvent[] {
  return [
    { type: "run-started", run: exampleHeader({ planned: results.length, ...run }) },
    ...results.map(({ id, title }): RunEvent => ({ type: "requirement-started", id, title })),
    ...results.map((result): RunEvent => ({ type: "requirement-judged", result })),
    {
      type: "run-finished",
      end: {
        durationMs: 4210,
        outcome: "conformant",
        reasons: [],
        summary: summaryOf(results, 317),
        unclaimed: [],
        leftOver: [],
        ...end,
      },
    },
  ];
}

export function exampleHeader(parts: Partial<RunHeader> = {}): RunHeader {
  return {
    tool: { name: "kadosei-conformance", version: "1.0.0" },
    edition: "2026.12",
    runId: "run-7f3a",
    target: { url: "https://staging.example.com", live: false },
    seed: 42,
    startedAt: "2026-12-01T10:00:00.000Z",
    strict: false,
    claims: ["core"],
    given: [],
    without: [],
    selection: { only: [], skip: [], suites: [] },
    insecure: false,
    planned: 0,
    ...parts,
  };
}

export function exampleResult(id: string, parts: Partial<RequirementResult> = {}): RequirementResult {
  return {
    id,
    suite: id.split("/")[0] ?? id,
    title: "answer a repeated session request with the first session",
    level: "MUST",
    source: { code: "A", title: "About the API", url: "https://docs.kadosei.com/about-the-api" },
    capability: "core",
    verdict: "passed",
    durationMs: 84,
    violations: [],
    variants: [],
    notes: [],
    reproduce: `npx kadosei-conformance --only ${id} --seed 42`,
    ...parts,
  };
}

export function exampleViolation(parts: Partial<ViolationRecord> = {}): ViolationRecord {
  return {
    expected: "the session of the first request, 0b2d…",
    actual: "another session, 91cc…",
    where: "/sessionId",
    hint: "is the idempotency key stored before the session is made?",
    exchange: exampleExchange(),
    ...parts,
  };
}

export function exampleExchange(parts: Partial<ExchangeRecord> = {}): ExchangeRecord {
  return {
    at: "2026-12-01T10:00:01.000Z",
    durationMs: 12,
    request: {
      method: "POST",
      url: "https://staging.example.com/api/v1/sessions",
      headers: [["authorization", "Bearer $KADOSEI_API_KEY"]],
      body: '{"amount":{"total":140.76}}',
    },
    response: {
      status: 201,
      headers: [["content-type", "application/json"]],
      body: '{"sessionId":"91cc","status":"PENDING"}',
    },
    curl: `curl -X POST 'https://staging.example.com/api/v1/sessions' -H "Authorization: Bearer $KADOSEI_API_KEY"`,
    ...parts,
  };
}
