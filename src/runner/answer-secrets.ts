import type { Redaction } from "../http/index.ts";
import { header, type RunSettings } from "../model/index.ts";
import { type Answer, parsed, valueAt } from "../suite/index.ts";

const secretMembers: Readonly<Record<string, string>> = {
  accessToken: "KADOSEI_TOKEN",
  access_token: "KADOSEI_TOKEN",
  refreshToken: "KADOSEI_REFRESH_TOKEN",
  refresh_token: "KADOSEI_REFRESH_TOKEN",
  fullKey: "KADOSEI_API_KEY",
  signingSecret: "KADOSEI_SIGNING_SECRET",
};

/** Each such member has one of these in its name, unless an escape hides it; they begin with what is rare in JSON. */
const memberTraces = ["ken", "Key", "Secret", "\\u"];

/**
 * Secrets that are known by their form, wherever they stand: in answers that can't be parsed, in errors. The last group
 * of a form is the secret, or all of it; a text without any of the traces can't have it.
 */
const forms: readonly (readonly [name: string, traces: readonly string[], form: RegExp])[] = [
  ["KADOSEI_API_KEY", ["ks_live_", "ks_test_"], /\bks_(?:live|test)_[\w-]{12,}/g],
  ["KADOSEI_SIGNING_SECRET", ["whsec_"], /\bwhsec_[\w+/=-]{12,}/g],
  ["KADOSEI_TOKEN", ["ken", "KEN"], /"access_?token"\s*:\s*"([^"\s\\]+)/gi],
  ["KADOSEI_TOKEN", [".eyJ"], /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{16,}/g],
];

/** Teaches the redaction what an exchange gives away, before anything can show it. */
export function createAnswerWatch(
  redaction: Pick<Redaction, "learn">,
  { secondMerchant }: Pick<RunSettings, "secondMerchant">,
): (answer: Answer) => void {
  /** Tokens of the second merchant: a line that shows them under the first one's name would repeat something else. */
  const second = new Set<string>();
  return (answer) => {
    const isSecond = belongsToSecond(answer, secondMerchant?.email, second);
    const learn = (value: string, name: string) => {
      redaction.learn(value, isSecond ? name.replace("KADOSEI_", "KADOSEI_SECOND_") : name);
      if (name !== "KADOSEI_TOKEN") return;
      if (isSecond) second.add(value);
      // Its first two parts are no secret, and explain much.
      redaction.learn(value.split(".")[2] ?? "", `${name}_SIGNATURE`);
    };
    learnRequest(redaction, answer);
    for (const [, value] of answer.exchange.response?.headers.filter(([name]) => name === "set-cookie") ?? [])
      redaction.learn(/^[^=;]*=([^;]*)/.exec(value)?.[1] ?? "", "KADOSEI_COOKIE");
    const has = (trace: string) => answer.text.includes(trace);
    if (memberTraces.some(has)) learnMembers(answer.json, learn);
    // What the request sent and the answer only echoes is known already, or a forgery that may be read.
    const sent = header(answer.exchange.request, "authorization") ?? "";
    for (const [name, traces, form] of forms)
      for (const found of traces.some(has) ? answer.text.matchAll(form) : []) {
        const value = found.at(-1) ?? "";
        if (!sent.includes(value)) learn(value, name);
      }
  };
}

function belongsToSecond(
  { operation, exchange: { request } }: Answer,
  email: string | undefined,
  tokens: ReadonlySet<string>,
): boolean {
  if (email === undefined) return false;
  if (operation === "login" && typeof request.body === "string")
    return valueAt(parsed(request.body), "/email") === email;
  return tokens.has((header(request, "authorization") ?? "").replace(/^Bearer /, ""));
}

/** What is nearly a key gives the key away, and so does a Basic form of it. */
function learnRequest(redaction: Pick<Redaction, "learn">, { exchange: { request } }: Answer): void {
  const authorization = header(request, "authorization") ?? "";
  const [, basic = ""] = /^Basic (\S{12,})$/.exec(authorization) ?? [];
  redaction.learn(basic, "KADOSEI_BASIC");
  const [, key = ""] = /^Bearer (ks_(?:live|test)_\S{12,})$/.exec(authorization) ?? [];
  redaction.learn(key, "KADOSEI_ALTERED_API_KEY");
}

/** At any depth, because a target may wrap its answers. A sentence is no secret. */
function learnMembers(value: unknown, learn: (value: string, name: string) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const [member, inner] of Object.entries(value)) {
    const name = Object.hasOwn(secretMembers, member) ? secretMembers[member] : undefined;
    if (name !== undefined && typeof inner === "string" && /^\S+$/.test(inner)) learn(inner, name);
    else learnMembers(inner, learn);
  }
}
