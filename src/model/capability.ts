/** What a target can claim to serve. */
export const claims = ["core", "providers", "webhooks", "refunds", "onboarding"] as const;
/** One capability that a target can claim. */
export type Claim = (typeof claims)[number];

/** What a run can be given beyond a URL and one merchant, and can be declared to be without. */
export const means = [
  "clock",
  "checkout",
  "receiver",
  "refundFailure",
  "secondMerchant",
  "invites",
  "expiredToken",
  "waitForExpiry",
] as const;
/** One of the means that a run can be given. */
export type Means = (typeof means)[number];

export type Capability = Claim | Means;

/** Means a check needs: one of them, or any one of several that serve as well. */
export type Need = Means | readonly Means[];

/** Need as a list of alternatives. */
export function alternatives(need: Need): readonly Means[] {
  return typeof need === "string" ? [need] : need;
}

/** How to give a run each of the means; ends every "skipped" reason. */
export const howToGive: Readonly<Record<Means, string>> = {
  clock: "configure `clock.advance`",
  checkout: "configure `checkout.pay`",
  receiver: "configure `receiver`",
  refundFailure: "configure `refunds.fail`",
  secondMerchant: "configure `secondMerchant`",
  invites: "configure `invites`",
  expiredToken: "configure `merchant.expiredToken`",
  waitForExpiry: "pass `--wait-for-expiry`",
};

/** The line of the configuration, or the flag, that gives a run each of the means. */
export const configurationLine: Readonly<Record<Means, string>> = {
  clock: 'clock: { advance: { request: "POST https://…/clock", body: { advanceSeconds: "{seconds}" } } }',
  checkout: 'checkout: { pay: { request: "POST https://…/sessions/{sessionId}/pay" } }',
  receiver: "receiver: { listen: 0.0.0.0:8443, publicUrl: https://… }",
  refundFailure: 'refunds: { fail: { request: "POST https://…/refunds/{refundId}/fail" } }',
  secondMerchant: "secondMerchant: { email: …, password: ${KADOSEI_SECOND_PASSWORD} }",
  invites: 'invites: { issue: { request: "POST https://…/invites", token: /token } }',
  expiredToken: "merchant: { …, expiredToken: ${KADOSEI_EXPIRED_TOKEN} }",
  waitForExpiry: "--wait-for-expiry",
};
