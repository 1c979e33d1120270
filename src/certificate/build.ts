import { type KeyObject, createHash } from "node:crypto";
import type { RequirementResult, RunReport } from "../model/index.ts";
import { publicKeyText } from "./key.ts";
import {
  type CertifiedRequirement,
  type Product,
  type Statement,
  judgedOf,
  predicateType,
  statementType,
} from "./statement.ts";
import { dayMs, finishOf } from "./validity.ts";

/** A run as it lies on the disk. */
export interface JournalledRun {
  readonly report: RunReport;
  /** The whole journal. */
  readonly bytes: Buffer;
}

export interface Issue {
  readonly product: Product;
  /** Days for which it is valid, counted from the end of the run. */
  readonly days: number;
  readonly now: Date;
}

/** What can be said of a run, with the public half of the key that will sign it. */
export function statementOf(run: JournalledRun, { days, now, ...issue }: Issue, key: KeyObject): Statement {
  const finishedAt = finishOf(run.report);
  const expiresAt = new Date(finishedAt.getTime() + days * dayMs).toISOString();
  return said(run, { ...issue, issuedAt: now.toISOString(), expiresAt, publicKey: publicKeyText(key) });
}

export interface Circumstances extends Pick<Issue, "product"> {
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly publicKey: string;
}

/** The statement that a run earns under given circumstances; the same for the same, so that it can be compared. */
export function said({ report, bytes }: JournalledRun, circumstances: Circumstances): Statement {
  const { product, ...validity } = circumstances;
  const digest = { sha256: createHash("sha256").update(bytes).digest("hex") };
  const { tool, outcome, reasons, claims, unclaimed, summary } = report;
  const { name, version } = tool;
  const requirements = report.requirements.map(certified);
  return {
    _type: statementType,
    subject: [{ name: subjectName(report), digest }],
    predicateType,
    predicate: {
      edition: report.edition,
      tool: { name, version, digest: { sha256: tool.digest ?? "" } },
      target: { ...targetFacts(report), ...product },
      run: runFacts(report),
      journal: { digest },
      outcome,
      reasons,
      claims,
      judged: judgedOf(claims, requirements),
      unclaimed,
      summary,
      requirements,
      ...validity,
    },
  };
}

interface Named {
  readonly target: RunReport["target"];
  readonly tool: { readonly name: string; readonly version: string };
}

/** The address; the bundled reference server has another one in every run. */
export function subjectName({ target, tool }: Named): string {
  return target.bundled === true ? `the reference server of ${tool.name} ${tool.version}` : target.url;
}

function targetFacts({ target: { url, live, bundled } }: RunReport): Statement["predicate"]["target"] {
  return { url, live, ...(bundled === undefined ? {} : { bundled }) };
}

function runFacts(report: RunReport): Statement["predicate"]["run"] {
  const { runId, mergedFrom, seed, strict, startedAt, given, without } = report;
  return {
    id: runId,
    ...(mergedFrom === undefined ? {} : { mergedFrom }),
    seed,
    strict,
    startedAt,
    finishedAt: finishOf(report).toISOString(),
    given,
    without,
  };
}

function certified(result: RequirementResult): CertifiedRequirement {
  const { id, level, capability, verdict, notServed } = result;
  const because = whyUnjudged(result);
  return {
    id,
    level,
    capability,
    verdict,
    ...(because === undefined ? {} : { because }),
    ...(notServed === undefined ? {} : { notServed }),
  };
}

function whyUnjudged({ verdict, reason, waived, missing }: RequirementResult): string | undefined {
  const lacking = [...(waived ?? []), ...(missing ?? [])];
  if (verdict === "skipped" || verdict === "blocked") return reason ?? `without ${lacking.join(", ")}`;
  return lacking.length === 0 ? undefined : `in part only, without ${lacking.join(", ")}`;
}
