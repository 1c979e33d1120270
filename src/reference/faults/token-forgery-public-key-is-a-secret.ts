import { generateKeyPairSync } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { ok } from "../call.ts";
import { defineFault } from "../fault.ts";

const pair = () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { publicKey, privateKey, pem: Buffer.from(publicKey.export({ format: "pem", type: "spki" })) };
};

export const fault = defineFault({
  title: "Signs with RS256, publishes the key, and verifies HS256 with it as well",
  breaks: "token-forgery/public-key-as-secret",
  wrap: (parts) => {
    const { publicKey, privateKey, pem } = pair();
    const keys = [{ ...publicKey.export({ format: "jwk" }), alg: "RS256", use: "sig" }];
    return {
      ...parts,
      front: {
        ...parts.front,
        serve: async (incoming) =>
          incoming.target === "/.well-known/jwks.json" ? ok({ keys }) : parts.front.serve(incoming),
      },
      tokens: {
        ...parts.tokens,
        secret: () => publicKey,
        rules: () => ({ ...parts.tokens.rules(), algorithms: ["RS256"] }),
        sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: "RS256" }).sign(privateKey),
        verify: async (token) => {
          const rules = { ...parts.tokens.rules(), algorithms: ["HS256"] };
          const forged = await jwtVerify(token, pem, rules).catch(() => undefined);
          return forged === undefined ? parts.tokens.verify(token) : { sub: forged.payload.sub ?? "" };
        },
      },
    };
  },
});
