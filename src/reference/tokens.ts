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

export const createTokens = (use: Use): Tokens => {
  const secret = createSecretKey(randomBytes(32));
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
      const { tokens } = use();
      try {
        const key: JWTVerifyGetKey = ({ alg }) => imported(tokens.secret(), alg);
        const { payload } = await jwtVerify(token, key, tokens.rules());
        return typeof payload.sub === "string" ? { sub: payload.sub } : undefined;
      } catch {
        return undefined;
      }
    },
  };
};
