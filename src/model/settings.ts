import type { Claim, Means } from "./capability.ts";
import type { Secret } from "./secret.ts";

/** An HTTP request to make or a command to run, with `{placeholders}` that the driver fills. */
export type DriverStep =
  | {
      /** Method and absolute URL: `POST https://host/{sessionId}/pay`. */
      readonly request: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
      /** JSON pointer to a token in the answer. */
      readonly token?: string;
    }
  | { readonly command: string };

/** Who logs in to the target. */
export interface Merchant {
  readonly email: string;
  readonly password: string;
}

/** A payment provider that the target can link, with credentials that it takes. */
export interface ProviderSettings {
  readonly name: string;
  readonly paymentMethods: readonly string[];
  readonly credentials: { readonly apiKey: string };
}

export interface TargetSettings {
  readonly url: string;
  readonly basePath: string;
  readonly paths: { readonly paymentMethods: string };
  readonly live: boolean;
  readonly tls: { readonly ca?: string; readonly insecure: boolean };
  readonly proxy?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where webhook deliveries are received, and for how long they are waited for. */
export interface ReceiverSettings {
  /** `host:port`, over TLS; `http://host:port` behind something that takes the TLS off. */
  readonly listen: string;
  /** HTTPS URL at which the target reaches it; on loopback the address that is listened on, unless told. */
  readonly publicUrl?: string;
  /** PEM files of a certificate that the target trusts; made for the run unless told. */
  readonly certificate?: string;
  readonly key?: string;
  readonly patienceMs: number;
}

/** Politeness and patience. Times in milliseconds, sizes in bytes. */
export interface Limits {
  readonly concurrency: number;
  /** Absent: as fast as the concurrency allows. */
  readonly requestsPerSecond?: number;
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
  /** The longest a single `Retry-After` is waited out. */
  readonly maxWaitMs: number;
  /** The longest one requirement may take. */
  readonly requirementTimeoutMs: number;
  /** The longest the whole run may take, clean-up aside; unlimited unless told. */
  readonly runTimeoutMs?: number;
  /** How long a target that went away in the middle of the run is waited for; half a minute unless told. */
  readonly maxOutageMs?: number;
  /** How often in all a check that fails is run, to see whether it is stable; 3 unless told. */
  readonly attempts?: number;
  /** How many cases are generated for each property. */
  readonly cases: number;
  /** How long the failures of one generated requirement are shrunk in all; ten seconds unless told. */
  readonly shrinkingMs?: number;
}

/** What of the requirements is judged: ids, where `*` stands for any part, and names of suites; empty for all. */
export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly suites: readonly string[];
}

/** A requirement that is known to fail, and must do so until then. */
export interface ExpectedFailure {
  readonly id: string;
  readonly because: string;
  /** Last day on which it is expected: `2027-01-31`, in UTC. */
  readonly until?: string;
}

/** Everything a run is told: file, environment and flags merged, validated and completed with defaults. */
export interface RunSettings {
  readonly target: TargetSettings;
  readonly claims: readonly Claim[];
  readonly without: readonly Means[];
  readonly merchant: Merchant & { readonly expiredToken?: string };
  readonly secondMerchant?: Merchant;
  readonly application?: { readonly id: string; readonly apiKey: string };
  /** What the target can link; the first is the default. Never empty. */
  readonly providers: readonly [ProviderSettings, ...ProviderSettings[]];
  /** Laid over the order that session requests are made of. */
  readonly session: Readonly<Record<string, unknown>>;
  readonly checkout?: {
    readonly pay: DriverStep;
    readonly decline?: DriverStep;
    readonly cancel?: DriverStep;
  };
  readonly refunds?: { readonly complete?: DriverStep; readonly fail?: DriverStep };
  readonly clock?: { readonly advance: DriverStep };
  readonly receiver?: ReceiverSettings;
  readonly invites?: { readonly issue: DriverStep } | { readonly tokens: readonly string[] };
  readonly waitForExpiry: boolean;
  /** Until when after the run's start generated requirements draw further cases, in milliseconds. */
  readonly soakMs?: number;
  readonly limits: Limits;
  readonly selection: Selection;
  readonly expectedFailures: readonly ExpectedFailure[];
  readonly strict: boolean;
  readonly bail: boolean;
  readonly seed: number;
  /** What came out of variables where a secret may stand, besides those that have a key of their own. */
  readonly secrets: readonly Secret[];
}

/** The means that a run with these settings is given. */
export function meansGiven(settings: RunSettings): readonly Means[] {
  const given: Readonly<Record<Means, boolean>> = {
    clock: settings.clock !== undefined,
    checkout: settings.checkout !== undefined,
    receiver: settings.receiver !== undefined,
    refundFailure: settings.refunds?.fail !== undefined,
    secondMerchant: settings.secondMerchant !== undefined,
    invites: settings.invites !== undefined,
    expiredToken: settings.merchant.expiredToken !== undefined,
    waitForExpiry: settings.waitForExpiry,
  };
  return (Object.keys(given) as Means[]).filter((means) => given[means]);
}
