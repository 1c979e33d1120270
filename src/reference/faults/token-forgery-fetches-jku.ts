import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import type { JSONWebKeySet, JWTPayload } from "jose";
import { defineFault } from "../fault.ts";

const payloadOf = async (token: string): Promise<JWTPayload | undefined> => {
  try {
    const { jku } = decodeProtectedHeader(token);
    if (jku === undefined || !jku.startsWith("data:")) return undefined;
    const keys: JSONWebKeySet = JSON.parse(await (await fetch(jku)).text());
    return (await jwtVerify(token, createLocalJWKSet(keys))).payload;
  } catch {
    return undefined;
  }
};

export const fault = defineFault({
  title: "Fetches the keys from wherever a token says that they are",
  breaks: "token-forgery/foreign-key",
  wrap: (parts) => ({
    ...parts,
    tokens: {
      ...parts.tokens,
      verify: async (token) => {
        const payload = await payloadOf(token);
        return payload === undefined ? parts.tokens.verify(token) : { sub: payload.sub ?? "" };
      },
    },
  }),
});
