import { createPublicKey } from "node:crypto";
import { decodeProtectedHeader, jwtVerify } from "jose";
import type { JWTPayload } from "jose";
import { defineFault } from "../fault.ts";

const payloadOf = async (token: string): Promise<JWTPayload | undefined> => {
  try {
    const key = createPublicKey({ key: { ...decodeProtectedHeader(token).jwk }, format: "jwk" });
    const pem = Buffer.from(key.export({ format: "pem", type: "spki" }));
    return (await jwtVerify(token, pem, { algorithms: ["HS256"] })).payload;
  } catch {
    return undefined;
  }
};

export const fault = defineFault({
  title: "Verifies HS256 with the public key that a token brings along",
  breaks: "token-forgery/public-key-as-secret",
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
