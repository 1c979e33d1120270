import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets disabled applications refund",
  breaks: "applications/disabled-application-refuses-refunds",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      application: async (call) => {
        const token = parts.authenticator.bearer(call.headers);
        const key = token === undefined ? undefined : parts.keyRing.find(token);
        if (key === undefined || call.operation !== "createRefund")
          return parts.authenticator.application(call);
        return { kind: "application", applicationId: key.applicationId, keyId: key.id };
      },
    },
  }),
});
