import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a JWT read sessions",
  breaks: "authentication/jwt-does-not-pay",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      application: async (call) => {
        const claims = await parts.tokens.verify(parts.authenticator.bearer(call.headers) ?? "");
        if (claims === undefined || call.operation !== "readSession")
          return parts.authenticator.application(call);
        const session = parts.sessions.find(call.params["sessionId"] ?? "");
        return { kind: "application", applicationId: session?.applicationId ?? "", keyId: "" };
      },
    },
  }),
});
