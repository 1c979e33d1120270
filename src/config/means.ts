import type { Means, RunSettings } from "../model/index.ts";

/** The means that a run with these settings is given. */
export function meansGiven(settings: RunSettings): readonly Means[] {
  const given: Readonly<Record<Means, boolean>> = {
    clock: settings.clock !== undefined,
    checkout: settings.checkout !== undefined,
    receiver: settings.receiver !== undefined,
    secondMerchant: settings.secondMerchant !== undefined,
    invites: settings.invites !== undefined,
    expiredToken: settings.merchant.expiredToken !== undefined,
    waitForExpiry: settings.waitForExpiry,
  };
  return (Object.keys(given) as Means[]).filter((means) => given[means]);
}
