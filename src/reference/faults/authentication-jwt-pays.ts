import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a JWT for the merchant's application on payment operations",
  breaks: "authentication/jwt-does-not-pay",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      application: async (call) => {
        const claims = await parts.tokens.verify(parts.authenticator.bearer(call.headers) ?? "");
        if (claims === undefined) return parts.authenticator.application(call);
        const session = parts.sessions.find(call.params["sessionId"] ?? "");
        const own = parts.applications.of(claims.sub).find(({ id }) => parts.providers.of(id).length > 0);
        return { kind: "application", applicationId: session?.applicationId ?? own?.id ?? "", keyId: "" };
      },
    },
  }),
});
