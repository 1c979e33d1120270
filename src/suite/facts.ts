import type { Means, RunSettings } from "../model/index.ts";

/** What checks may know of a run's settings. */
export type Facts = Pick<
  RunSettings,
  "claims" | "merchant" | "secondMerchant" | "providers" | "session" | "application" | "checkout" | "refunds"
> & {
  /** Absolute URL that paths are below. */
  readonly baseUrl: string;
  readonly given: readonly Means[];
};
