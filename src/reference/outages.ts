import { Refusal } from "./refusal.ts";

export const outageKinds = ["down", "unavailable", "timeout", "none"] as const;
export type OutageKind = (typeof outageKinds)[number];

/** Providers that are made to fail, by name. */
export interface Outages {
  set(providerName: string, kind: OutageKind): void;
  /** Throws what the provider's outage, if any, means for the request. */
  check(providerName: string): void;
}

export const createOutages = (): Outages => {
  const outages = new Map<string, OutageKind>();
  return {
    set: (providerName, kind) => void outages.set(providerName, kind),
    check: (providerName) => {
      const kind = outages.get(providerName);
      if (kind === "down") throw new Refusal(502, "The payment provider answered with an error");
      if (kind === "unavailable") throw new Refusal(503, "The payment provider cannot be used right now");
      if (kind === "timeout") throw new Refusal(504, "The payment provider did not answer in time");
    },
  };
};
