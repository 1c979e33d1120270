import { decodeJwt } from "jose";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a token of two parts read",
  breaks: "token-forgery/stripped-signature",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      merchant: async (call) => {
        const token = parts.authenticator.bearer(call.headers) ?? "";
        if (call.method !== "GET" || !/^ey[\w-]+\.ey[\w-]+$/.test(token))
          return parts.authenticator.merchant(call);
        return { kind: "merchant", merchantId: decodeJwt(token).sub ?? "" };
      },
    },
  }),
});
