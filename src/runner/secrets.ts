import type { Redaction } from "../http/index.ts";
import type { DriverStep, RunSettings } from "../model/index.ts";
import { type Answer, valueAt } from "../suite/index.ts";

/** Teaches the redaction every secret that the settings hold. */
export function learnSettings(redaction: Redaction, settings: RunSettings): void {
  redaction.learn(settings.merchant.password, "KADOSEI_PASSWORD");
  redaction.learn(settings.merchant.expiredToken ?? "", "KADOSEI_EXPIRED_TOKEN");
  redaction.learn(settings.secondMerchant?.password ?? "", "KADOSEI_SECOND_PASSWORD");
  redaction.learn(settings.application?.apiKey ?? "", "KADOSEI_API_KEY");
  for (const { credentials } of settings.providers)
    redaction.learn(credentials.apiKey, "KADOSEI_PROVIDER_KEY");
  for (const value of Object.values(settings.target.headers)) redaction.learn(value, "KADOSEI_HEADER");
  for (const step of steps(settings))
    if ("headers" in step)
      for (const value of Object.values(step.headers)) redaction.learn(value, "KADOSEI_DRIVER");
  if (settings.invites !== undefined && "tokens" in settings.invites)
    for (const token of settings.invites.tokens) redaction.learn(token, "KADOSEI_INVITE");
}

function steps({
  checkout,
  refunds,
  clock,
  invites,
}: RunSettings): readonly (DriverStep & { headers: object })[] {
  const issue = invites !== undefined && "issue" in invites ? invites.issue : undefined;
  const all = [...Object.values(checkout ?? {}), ...Object.values(refunds ?? {}), clock?.advance, issue];
  return all.filter((step) => step !== undefined && "headers" in step && step.headers !== undefined) as never;
}

const secretMembers = [
  ["/accessToken", "KADOSEI_TOKEN"],
  ["/fullKey", "KADOSEI_API_KEY"],
  ["/signingSecret", "KADOSEI_SIGNING_SECRET"],
] as const;

/** Teaches the redaction the secrets that an answer gives away, before anything can show them. */
export function learnAnswer(redaction: Redaction, answer: Answer): void {
  for (const [pointer, name] of secretMembers) {
    const value = valueAt(answer.json, pointer);
    if (typeof value !== "string") continue;
    redaction.learn(value, name);
    if (name === "KADOSEI_TOKEN") redaction.learn(value.split(".")[2] ?? "", `${name}_SIGNATURE`);
  }
}
