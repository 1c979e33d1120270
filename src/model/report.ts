import type { Claim, Means } from "./capability.ts";
import type { Exchange } from "./exchange.ts";
import type { RequirementResult, Summary } from "./result.ts";
import type {
  DriverStep,
  ExpectedFailure,
  ProviderSettings,
  RunSettings,
  Selection,
  TargetSettings,
} from "./settings.ts";
import type { Outcome } from "./verdict.ts";

/** Which part of a run this is, of several that are judged elsewhere. */
export interface RunShard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
  /** Number of requirements that all shards together judge. */
  readonly whole: number;
}

/**
 * What a run was told and is no secret: with credentials it can be run again, and with the drivers of its means where
 * they are not among it. They are, where they are requests in which nothing looks like a secret.
 */
export interface ToldSettings
  extends
    Pick<TargetSettings, "basePath" | "paths" | "headers">,
    Pick<RunSettings, "checkout" | "refunds" | "clock"> {
  readonly invites?: { readonly issue: DriverStep };
  /** Of the merchant that logs in. */
  readonly email: string;
  /** Id of the application that was given. */
  readonly application?: string;
  readonly providers: readonly Pick<ProviderSettings, "name" | "paymentMethods">[];
  /** Laid over the order that session requests are made of. */
  readonly session: Readonly<Record<string, unknown>>;
  /** How many cases were generated for each property. */
  readonly cases: number;
}

/** What is known of a run when it starts. */
export interface RunHeader {
  /** `digest` is the SHA-256, in hex, of all that decides a verdict; absent where it could not be read. */
  readonly tool: { readonly name: string; readonly version: string; readonly digest?: string };
  readonly edition: string;
  readonly runId: string;
  /** `live` repeats that live keys were allowed on purpose; `bundled` is the reference server of this package. */
  readonly target: { readonly url: string; readonly live: boolean; readonly bundled?: true };
  readonly seed: number;
  readonly startedAt: string;
  readonly strict: boolean;
  readonly claims: readonly Claim[];
  readonly given: readonly Means[];
  readonly without: readonly Means[];
  /** What was asked to be judged; all empty for everything. */
  readonly selection: Selection;
  /** Whether any certificate of the target was good enough. */
  readonly insecure: boolean;
  /** Absent from reports of versions that did not tell. */
  readonly settings?: ToldSettings;
  /** Only on a part of a run; it never speaks for the whole. */
  readonly shard?: RunShard;
  /** The ids of the shards that this run was merged from. */
  readonly mergedFrom?: readonly string[];
  /** Number of requirements that the run will judge. */
  readonly planned: number;
  /** Failures that were declared beforehand; a run with any certifies nothing. */
  readonly expectedFailures?: readonly ExpectedFailure[];
}

/** Something the run made on the target and could not take away again. */
export interface LeftOver {
  readonly kind: string;
  readonly id: string;
  readonly reason: string;
}

/** How many things of each kind a run made on the target, those that it took away again too. */
export const creations = [
  "applications",
  "apiKeys",
  "providers",
  "webhooks",
  "sessions",
  "refunds",
  "merchants",
] as const;
export type Creation = (typeof creations)[number];
/** How many of each kind of thing the run has made on the target. */
export type Made = Readonly<Record<Creation, number>>;

/** Something the run made and has to take away again; with a reason, it may exist or not. */
export interface LedgerEntry {
  readonly kind: string;
  readonly id: string;
  readonly reason?: string;
}

/** How many cases a run generated, and how fast it judged them. */
export interface GeneratedCases {
  readonly total: number;
  /** Over the time from the first to the last of them. */
  readonly perSecond: number;
}

/** How a run ended. */
export interface RunEnd {
  readonly durationMs: number;
  readonly outcome: Outcome;
  /** Why the outcome is what it is, in one or more sentences: what to give, waive or mend. */
  readonly reasons: readonly string[];
  /** Why the run ended before its time, if it did. */
  readonly ended?: string;
  readonly summary: Summary;
  /** What the target serves without claiming it, as far as a whole run has seen. */
  readonly unclaimed: readonly Claim[];
  readonly leftOver: readonly LeftOver[];
  /** Only of a run that came to its end. */
  readonly made?: Made;
  /** Only of a run that generated any, and came to its end. */
  readonly cases?: GeneratedCases;
}

/** The whole of a run: `report.json`. */
export interface RunReport extends Omit<RunHeader, "planned">, RunEnd {
  readonly requirements: readonly RequirementResult[];
}

/** What happens in a run, in order; every report is made of these alone. */
export type RunEvent =
  | { readonly type: "run-started"; readonly run: RunHeader }
  | { readonly type: "requirement-started"; readonly id: string; readonly title: string }
  | { readonly type: "requirement-judged"; readonly result: RequirementResult }
  | { readonly type: "made"; readonly made: LedgerEntry }
  | { readonly type: "taken-away"; readonly gone: Pick<LedgerEntry, "id"> }
  | { readonly type: "run-finished"; readonly end: RunEnd };

/** What a run is at, told while it goes on; no part of its record. */
export type RunNews =
  | {
      readonly type: "progress";
      /** Since the run began, as `soakMs`, until when it goes on drawing cases. */
      readonly elapsedMs: number;
      readonly soakMs?: number;
      readonly requests: number;
      readonly cases: number;
    }
  | {
      readonly type: "exchanged";
      readonly exchange: Pick<Exchange, "durationMs" | "failure"> & {
        readonly request: Pick<Exchange["request"], "method" | "url">;
        readonly response?: { readonly status: number };
      };
      /** The requirement that sent it, and its variant in parentheses. */
      readonly during: string;
    };
