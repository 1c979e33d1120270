import { createSecretKey, randomBytes, subtle } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { SignJWT, jwtVerify } from "jose";
import type { CryptoKey, JWTPayload, JWTVerifyGetKey, JWTVerifyOptions } from "jose";
import type { Use } from "./parts.ts";

export interface IssuedToken {
  readonly accessToken: string;
  readonly expiresIn: number;
}

export interface Claims {
  readonly sub: string;
}

/** JSON Web Tokens for merchants: HS256 under a secret of this process. */
export interface Tokens {
  issue(merchantId: string): Promise<IssuedToken>;
  /** Undefined for everything that is not a live token of ours; never throws. */
  verify(token: string): Promise<Claims | undefined>;
  sign(claims: JWTPayload): Promise<string>;
  claimsFor(merchantId: string): JWTPayload;
  /** What a token must fulfil besides a good signature. */
  rules(): JWTVerifyOptions;
  secret(): KeyObject;
  readonly issuer: string;
}

const keys = new WeakMap<KeyObject, Map<string, CryptoKey>>();

/** The secret as the library wants it; importing it for every request would cost more than verifying does. */
const imported = async (secret: KeyObject, alg: string): Promise<CryptoKey | KeyObject> => {
  if (!/^HS(256|384|512)$/.test(alg)) return secret;
  const known = keys.get(secret) ?? new Map<string, CryptoKey>();
  const hmac = { name: "HMAC", hash: `SHA-${alg.slice(2)}` };
  const key = known.get(alg) ?? (await subtle.importKey("raw", secret.export(), hmac, false, ["verify"]));
  keys.set(secret, known.set(alg, key));
  return key;
};

/** Good tokens by the second of the clock in which they were found to be: checking signatures costs more than all else. */
const createMemory = () => {
  let current = { second: 0, good: new Map<string, Claims>() };
  return (nowMs: number): Map<string, Claims> => {
    const second = Math.floor(nowMs / 1000);
    if (current.second !== second) current = { second, good: new Map() };
    return current.good;
  };
};

export const createTokens = (use: Use): Tokens => {
  const secret = createSecretKey(randomBytes(32));
  const goodAt = createMemory();
  return {
    issuer: "kadosei-reference",
    secret: () => secret,
    rules: () => ({
      algorithms: ["HS256"],
      issuer: use().tokens.issuer,
      requiredClaims: ["sub", "iat", "exp", "jti"],
      currentDate: new Date(use().clock.now()),
    }),
    claimsFor: (merchantId) => {
      const iat = Math.floor(use().clock.now() / 1000);
      const exp = iat + use().limits.tokenSeconds;
      return { iss: use().tokens.issuer, sub: merchantId, iat, exp, jti: use().secrets.id() };
    },
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(use().tokens.secret()),
    issue: async (merchantId) => {
      const { tokens, limits } = use();
      return { accessToken: await tokens.sign(tokens.claimsFor(merchantId)), expiresIn: limits.tokenSeconds };
    },
    verify: async (token) => {
      const { tokens, clock } = use();
      const good = goodAt(clock.now());
      const known = good.get(token);
      if (known !== undefined) return known;
      try {
        const key: JWTVerifyGetKey = ({ alg }) => imported(tokens.secret(), alg);
        const { payload } = await jwtVerify(token, key, tokens.rules());
        if (typeof payload.sub !== "string") return undefined;
        const claims = { sub: payload.sub };
        good.set(token, claims);
        return claims;
      } catch {
        return undefined;
      }
    },
  };
};
