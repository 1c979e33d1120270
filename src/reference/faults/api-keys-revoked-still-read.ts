import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks at revocations only when something is written",
  breaks: "api-keys/revocation-is-immediate",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      application: async (call) => {
        const token = parts.authenticator.bearer(call.headers);
        const key = token === undefined ? undefined : parts.keyRing.lookUp(token);
        if (call.operation !== "readSession" || key === undefined)
          return parts.authenticator.application(call);
        return { kind: "application", applicationId: key.applicationId, keyId: key.id };
      },
    },
  }),
});
