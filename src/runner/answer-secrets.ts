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
const forms = [
  { name: "KADOSEI_API_KEY", traces: ["ks_"], form: /\bks_(?:live|test)_[\w-]{12,}/g },
  { name: "KADOSEI_SIGNING_SECRET", traces: ["whsec_"], form: /\bwhsec_[\w+/=-]{12,}/g },
  { name: "KADOSEI_TOKEN", traces: ["ken", "KEN"], form: /"access_?token"\s*:\s*"([^"\s\\]+)/gi },
  { name: "KADOSEI_TOKEN", traces: ["yJ"], form: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{16,}/g },
];

/** Teaches the redaction what an exchange gives away, before anything can show it. */
export function createAnswerWatch(
  redaction: Pick<Redaction, "learn">,
  { secondMerchant }: Pick<RunSettings, "secondMerchant">,
): (answer: Answer) => void {
  /** Credentials of the second merchant: a line that shows them under the first one's name would repeat something else. */
  const second = new Set<string>();
  return (answer) => {
    const { text, json, exchange } = answer;
    const sent = header(exchange.request, "authorization") ?? "";
    const isSecond = second.has(sent) || logsIn(answer, secondMerchant?.email);
    const learn = (value: string, name: string) => {
      redaction.learn(value, isSecond ? name.replace("KADOSEI_", "KADOSEI_SECOND_") : name);
      if (name !== "KADOSEI_TOKEN") return;
      if (isSecond) second.add(value).add(`Bearer ${value}`);
      // Its first two parts are no secret, and explain much.
      redaction.learn(value.split(".")[2] ?? "", `${name}_SIGNATURE`);
    };
    learnSent(redaction, sent);
    for (const field of exchange.response?.headers ?? [])
      if (field[0] === "set-cookie")
        redaction.learn(/^[^=;]*=([^;]*)/.exec(field[1])?.[1] ?? "", "KADOSEI_COOKIE");
    const has = (trace: string) => text.includes(trace);
    if (memberTraces.some(has)) learnMembers(json, learn);
    // What the request sent and the answer only echoes is known already, or a forgery that may be read.
    for (const { name, traces, form } of forms) {
      if (!traces.some(has)) continue;
      for (const found of text.matchAll(form)) {
        const value = found.at(-1) ?? "";
        if (!sent.includes(value)) learn(value, name);
      }
    }
  };
}

/** Whether somebody asked for a token under this e-mail address. */
function logsIn({ operation, exchange: { request } }: Answer, email: string | undefined): boolean {
  if (email === undefined || operation !== "login" || typeof request.body !== "string") return false;
  return valueAt(parsed(request.body), "/email") === email;
}

const sentForm = /^(?:Basic (\S{12,})|Bearer (ks_(?:live|test)_\S{12,}))$/;

/** What is nearly a key gives the key away, and so does a Basic form of it. */
function learnSent(redaction: Pick<Redaction, "learn">, authorization: string): void {
  const [, basic = "", key = ""] = sentForm.exec(authorization) ?? [];
  redaction.learn(basic, "KADOSEI_BASIC");
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
