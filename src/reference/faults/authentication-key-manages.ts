import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes an API key for its merchant on management operations",
  breaks: "authentication/api-key-does-not-manage",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      merchant: async (call) => {
        const key = parts.keyRing.find(parts.authenticator.bearer(call.headers) ?? "");
        const application = key === undefined ? undefined : parts.applications.find(key.applicationId);
        if (application === undefined) return parts.authenticator.merchant(call);
        return { kind: "merchant", merchantId: application.merchantId };
      },
    },
  }),
});
