/**
 * Judges Kadosei APIs from a program: a run with its events and its report, the requirements it judges by, and the
 * reference server to try it against.
 *
 * @packageDocumentation
 */
export type { Configuration } from "./config/configuration.ts";
export { ConformanceError, type ConformanceErrorCode } from "./library/conformance-error.ts";
export type { ConformanceOptions } from "./library/conformance-options.ts";
export { type ConformanceRun, runConformance } from "./library/conformance-run.ts";
export {
  dialectNames,
  faultNames,
  type ReferenceServer,
  type ReferenceServerOptions,
  startReferenceServer,
} from "./library/reference-server.ts";
export { renderReport } from "./library/render-report.ts";
export { listRequirements } from "./library/requirements.ts";
export { edition } from "./library/tool.ts";
export { type Claim, claims, type Means, means, type Need } from "./model/capability.ts";
export type { ExchangeRecord, FailureKind, HeaderFields, NetworkFailure } from "./model/exchange.ts";
export type {
  GeneratedCases,
  LedgerEntry,
  LeftOver,
  Made,
  RunEnd,
  RunEvent,
  RunHeader,
  RunReport,
  RunShard,
  ToldSettings,
} from "./model/report.ts";
export type { Requirement, Source } from "./model/requirement.ts";
export type {
  GeneratedCase,
  RequirementResult,
  Summary,
  VariantResult,
  ViolationRecord,
} from "./model/result.ts";
export type { DriverStep, ExpectedFailure, Merchant, ProviderSettings, Selection } from "./model/settings.ts";
export { exitCodes, type Level, type Outcome, outcomes, type Verdict, verdicts } from "./model/verdict.ts";
export type { FormatName } from "./report/formats.ts";
