import { X509Certificate } from "node:crypto";
import { decodeProtectedHeader, jwtVerify } from "jose";
import type { JWTPayload } from "jose";
import { defineFault } from "../fault.ts";

const payloadOf = async (token: string): Promise<JWTPayload | undefined> => {
  try {
    const [certificate = ""] = decodeProtectedHeader(token).x5c ?? [];
    const { publicKey } = new X509Certificate(Buffer.from(certificate, "base64"));
    return (await jwtVerify(token, publicKey)).payload;
  } catch {
    return undefined;
  }
};

export const fault = defineFault({
  title: "Verifies a token with the certificate that it brings along",
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
