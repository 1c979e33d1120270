import type { Redaction } from "../http/index.ts";
import { type DriverStep, headerVariable, isInnocent, type RunSettings } from "../model/index.ts";

type Learn = Redaction["learn"];

/** Teaches the redaction every secret that the settings hold. */
export function learnSettings({ learn }: Redaction, settings: RunSettings): void {
  const { merchant, secondMerchant, application, providers, target, invites, secrets } = settings;
  learn(merchant.password, "KADOSEI_PASSWORD");
  learn(merchant.expiredToken ?? "", "KADOSEI_EXPIRED_TOKEN");
  learn(secondMerchant?.password ?? "", "KADOSEI_SECOND_PASSWORD");
  learn(application?.apiKey ?? "", "KADOSEI_API_KEY");
  providers.forEach(({ credentials }, i) => learn(credentials.apiKey, numbered("KADOSEI_PROVIDER_KEY", i)));
  for (const [name, value] of Object.entries(target.headers))
    if (!isInnocent(value, name)) learn(value, headerVariable(name));
  learnUrl(learn, target.proxy ?? "", "KADOSEI_PROXY");
  for (const step of steps(settings)) learnStep(learn, step);
  if (invites !== undefined && "tokens" in invites)
    invites.tokens.forEach((token, i) => learn(token, numbered("KADOSEI_INVITE", i)));
  for (const { name, value } of secrets) if (!isInnocent(value)) learn(value, name);
}

/** `NAME`, `NAME_2`, `NAME_3`: two secrets in one line must not share a variable. */
function numbered(name: string, index: number): string {
  return index === 0 ? name : `${name}_${index + 1}`;
}

function steps({ checkout, refunds, clock, invites }: RunSettings): readonly DriverStep[] {
  const issue = invites !== undefined && "issue" in invites ? invites.issue : undefined;
  const all = [...Object.values(checkout ?? {}), ...Object.values(refunds ?? {}), clock?.advance, issue];
  return all.filter((step): step is DriverStep => step !== undefined);
}

/** A command is never repeated, but what a request carries may come back in an answer or an error. */
function learnStep(learn: Learn, step: DriverStep): void {
  if ("command" in step) return;
  learnUrl(learn, step.request.split(" ")[1] ?? "", "KADOSEI_DRIVER_URL");
  for (const [name, value] of Object.entries(step.headers ?? {}))
    if (!isInnocent(value, name)) learn(value, "KADOSEI_DRIVER");
  for (const text of textsIn(step.body))
    if (!isInnocent(text) && !/\{\w+\}/.test(text)) learn(text, "KADOSEI_DRIVER");
}

/** User, password and what the query holds; the URL as a whole where it has a password. */
function learnUrl(learn: Learn, text: string, name: string): void {
  if (!URL.canParse(text)) return;
  const { username, password, searchParams } = new URL(text);
  for (const [key, value] of searchParams)
    if (!isInnocent(value, key) && !/\{\w+\}/.test(value)) learn(value, `${name}_QUERY`);
  if (password === "" && username === "") return;
  const [user, word] = [username, password].map(decoded);
  learn(text, name);
  learn(password === "" ? (user ?? "") : (word ?? ""), `${name}_PASSWORD`);
  learn(Buffer.from(`${user}:${word}`).toString("base64"), `${name}_BASIC`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
