import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets an API key list providers",
  breaks: "authentication/api-key-does-not-manage",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      merchant: async (call) => {
        const key = parts.keyRing.find(parts.authenticator.bearer(call.headers) ?? "");
        const application = key === undefined ? undefined : parts.applications.find(key.applicationId);
        if (application === undefined || call.operation !== "listProviders")
          return parts.authenticator.merchant(call);
        return { kind: "merchant", merchantId: application.merchantId };
      },
    },
  }),
});
