import { generateKeyPairSync } from "node:crypto";
import { SignJWT } from "jose";
import { ok } from "../call.ts";
import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import type { Parts } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import type { Tokens } from "../tokens.ts";

/** Tokens, and who is let in or turned away how. */
export const credentials: Readonly<Record<string, Dialect>> = {
  "tokens-under-es256": defineDialect({
    title: "Signs tokens with ES256, and publishes the key",
    wrap: (parts) => {
      const tokens = elliptic(parts.tokens);
      const keys = [{ ...tokens.secret().export({ format: "jwk" }), kid: "2026-01", use: "sig" }];
      return { ...parts, tokens, front: publishing(parts.front, { keys }) };
    },
  }),

  "tokens-with-few-claims": defineDialect({
    title: "Puts nothing into a token but whose it is, for whom, and until when",
    wrap: (parts) => ({
      ...parts,
      tokens: {
        ...parts.tokens,
        claimsFor: (merchantId) => {
          const { sub, exp } = parts.tokens.claimsFor(merchantId);
          return { ...(sub === undefined || exp === undefined ? {} : { sub, exp }), aud: "dashboard" };
        },
        rules: () => {
          const { issuer: _, ...rules } = parts.tokens.rules();
          return { ...rules, requiredClaims: ["sub", "exp"], audience: "dashboard" };
        },
      },
    }),
  }),

  "tokens-with-leeway": defineDialect({
    title: "Gives tokens half a minute of leeway",
    wrap: (parts) => ({
      ...parts,
      tokens: { ...parts.tokens, rules: () => ({ ...parts.tokens.rules(), clockTolerance: 30 }) },
    }),
  }),

  "one-login-at-a-time": defineDialect({
    title: "Ends the older token with a new login",
    wrap: (parts) => ({ ...parts, tokens: exclusive(parts.tokens) }),
  }),

  "mixed-up-credentials-are-403": defineDialect({
    title: "Answers 403 to API keys that manage and tokens that pay",
    wrap: (parts) => ({ ...parts, authenticator: telling(parts) }),
  }),

  "disabled-applications-are-401": defineDialect({
    title: "Answers 401 to the keys of a disabled application",
    wrap: (parts) => ({
      ...parts,
      authenticator: {
        ...parts.authenticator,
        application: (call) => parts.authenticator.application(call).catch(asUnauthorized),
      },
    }),
  }),

  "password-lengths-are-401": defineDialect({
    title: "Answers 401 to a login whose password has a length that none has",
    wrap: (parts) => ({
      ...parts,
      validate: {
        ...parts.validate,
        login: (body) => {
          const isEmpty = Object(body).password === "";
          return attempt(
            () => parts.validate.login(body),
            (error) => (isEmpty ? error : asWrong(error)),
          );
        },
      },
    }),
  }),
};

const publishing = (front: Parts["front"], keySet: unknown): Parts["front"] => ({
  ...front,
  serve: async (incoming) =>
    incoming.target === "/.well-known/jwks.json" ? ok(keySet) : front.serve(incoming),
});

const elliptic = (tokens: Tokens): Tokens => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    ...tokens,
    secret: () => publicKey,
    rules: () => ({ ...tokens.rules(), algorithms: ["ES256"] }),
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: "2026-01" }).sign(privateKey),
  };
};

const exclusive = (tokens: Tokens): Tokens => {
  const latest = new Map<string, string>();
  return {
    ...tokens,
    issue: async (merchantId) => {
      const issued = await tokens.issue(merchantId);
      latest.set(merchantId, issued.accessToken);
      return issued;
    },
    verify: async (token) => {
      const claims = await tokens.verify(token);
      return claims !== undefined && latest.get(claims.sub) === token ? claims : undefined;
    },
  };
};

const telling = ({ authenticator, tokens, keyRing }: Parts): Parts["authenticator"] => ({
  ...authenticator,
  merchant: async (call) => {
    const token = authenticator.bearer(call.headers);
    if (token !== undefined && keyRing.find(token) !== undefined)
      throw new Refusal(403, "An API key cannot manage");
    return authenticator.merchant(call);
  },
  application: async (call) => {
    const token = authenticator.bearer(call.headers);
    if (token !== undefined && (await tokens.verify(token)) !== undefined)
      throw new Refusal(403, "A login token cannot pay");
    return authenticator.application(call);
  },
});

const asUnauthorized = (error: unknown): never => {
  throw error instanceof Refusal && error.status === 403 ? new Refusal(401, "The key is not in use") : error;
};

const asWrong = (error: unknown): unknown => {
  const reasons = error instanceof Refusal ? [error.reasons].flat() : [];
  const isLength =
    reasons.length === 1 && reasons[0]?.startsWith("password must be") && reasons[0].includes(" to ");
  return isLength === true ? new Refusal(401, "The e-mail address or the password is wrong") : error;
};

const attempt = <Result>(work: () => Result, otherwise: (error: unknown) => unknown): Result => {
  try {
    return work();
  } catch (error) {
    throw otherwise(error);
  }
};
