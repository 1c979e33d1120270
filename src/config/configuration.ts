import type {
  Claim,
  DriverStep,
  ExpectedFailure,
  Means,
  ProviderSettings,
  ReceiverSettings,
  RunSettings,
} from "../model/index.ts";

/** Merged settings that obey the schema and the rules: `schemas/tool/configuration.schema.json` as a type. */
export interface Configuration extends Pick<
  RunSettings,
  "merchant" | "secondMerchant" | "application" | "checkout" | "refunds" | "clock"
> {
  readonly target: {
    readonly url: string;
    readonly basePath?: string;
    readonly paths?: { readonly paymentMethods?: string };
    readonly live?: boolean;
    readonly tls?: { readonly ca?: string; readonly insecure?: boolean };
    readonly proxy?: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  readonly claims?: readonly Claim[];
  readonly without?: readonly Means[];
  readonly providers?: readonly [ProviderSettings, ...ProviderSettings[]];
  readonly session?: Readonly<Record<string, unknown>>;
  readonly receiver?: Omit<ReceiverSettings, "patienceMs"> & { readonly patience?: string };
  readonly invites?: { readonly issue: DriverStep } | readonly string[];
  readonly expectedFailures?: readonly ExpectedFailure[];
  readonly limits?: {
    readonly concurrency?: number;
    readonly requestsPerSecond?: number | "unlimited";
    readonly timeout?: string;
    readonly maxBody?: string;
    readonly maxWait?: string;
    readonly requirementTimeout?: string;
    readonly cases?: number;
    readonly runTimeout?: string;
    readonly maxOutage?: string;
    readonly shrinking?: string;
  };
}
