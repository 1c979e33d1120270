import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Serves payments for disabled applications",
  breaks: "applications/disabled-application-refuses-payments",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      application: async (call) => {
        const token = parts.authenticator.bearer(call.headers);
        const key = token === undefined ? undefined : parts.keyRing.find(token);
        if (key === undefined) return parts.authenticator.application(call);
        return { kind: "application", applicationId: key.applicationId, keyId: key.id };
      },
    },
  }),
});
