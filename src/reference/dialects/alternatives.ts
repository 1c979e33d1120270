import { jwtVerify } from "jose";
import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import type { Tokens } from "../tokens.ts";
import { standard, timed } from "./signing.ts";

/** Third ways, where there are more than two; none of them is part of the contrary server. */
export const alternatives: Readonly<Record<string, Dialect>> = {
  "messages-in-arrays": defineDialect({
    title: "Puts even a single message into an array",
    wrap: (parts) => ({
      ...parts,
      errors: {
        ...parts.errors,
        body: (refusal) => {
          const body = parts.errors.body(refusal);
          return { ...body, message: typeof body.message === "string" ? [body.message] : body.message };
        },
      },
    }),
  }),

  "tokens-without-sub": defineDialect({
    title: "Names the merchant of a token in a claim of its own",
    wrap: (parts) => ({ ...parts, tokens: withoutSub(parts.tokens) }),
  }),

  "deliveries-sent-once": defineDialect({
    title: "Sends nothing again that a receiver did not take",
    wrap: (parts) => ({ ...parts, limits: { ...parts.limits, webhookRetryDelaysMs: [] } }),
  }),

  "deliveries-sent-twice": defineDialect({
    title: "Sends each event again a moment after a receiver took it",
    wrap: (parts) => ({
      ...parts,
      sender: {
        ...parts.sender,
        deliver: (webhook, event) => {
          parts.sender.deliver(webhook, event);
          setTimeout(() => parts.sender.deliver(webhook, event), 5).unref();
        },
      },
    }),
  }),

  "key-prefixes-bare": defineDialect({
    title: "Shows nothing of an API key but its kind",
    wrap: (parts) => ({
      ...parts,
      secrets: { ...parts.secrets, keyPrefix: (fullKey) => fullKey.slice(0, "ks_test_".length) },
    }),
  }),

  "signatures-of-standard-webhooks": defineDialect({
    title: "Signs as Standard Webhooks says",
    wrap: (parts) => ({ ...parts, signer: standard(parts.signer, () => parts.clock.now()) }),
  }),

  "signatures-with-a-time-header": defineDialect({
    title: "Signs time and body, each header for itself",
    wrap: (parts) => ({ ...parts, signer: timed(parts.signer, () => parts.clock.now()) }),
  }),
};

const withoutSub = (tokens: Tokens): Tokens => ({
  ...tokens,
  claimsFor: (merchantId) => {
    const { sub: merchant, ...claims } = tokens.claimsFor(merchantId);
    return { ...claims, merchant };
  },
  rules: () => ({ ...tokens.rules(), requiredClaims: ["merchant", "exp"] }),
  verify: async (token) => {
    const rules = { ...tokens.rules(), requiredClaims: ["merchant", "exp"] };
    const known = await jwtVerify(token, tokens.secret(), rules).catch(() => undefined);
    const merchant = known?.payload["merchant"];
    return typeof merchant === "string" ? { sub: merchant } : undefined;
  },
});
