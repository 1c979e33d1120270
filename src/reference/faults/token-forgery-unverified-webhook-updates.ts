import { decodeJwt } from "jose";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Decodes tokens without verifying them where webhooks are changed",
  breaks: "token-forgery/each-operation",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      merchant: async (call) => {
        const token = parts.authenticator.bearer(call.headers) ?? "";
        if (call.operation !== "updateWebhook" || !/^ey[\w-]+\.ey[\w-]+\.[\w-]*$/.test(token))
          return parts.authenticator.merchant(call);
        return { kind: "merchant", merchantId: decodeJwt(token).sub ?? "" };
      },
    },
  }),
});
