import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets anybody refund who knows a session's id",
  breaks: "authentication/payment-needs-credential",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      authenticate: async (call, credential) => {
        const isOpen = call.operation === "createRefund" && call.headers.get("authorization") === undefined;
        if (!isOpen) return parts.authenticator.authenticate(call, credential);
        const session = parts.sessions.find(call.params["sessionId"] ?? "");
        return { kind: "application", applicationId: session?.applicationId ?? "", keyId: "" };
      },
    },
  }),
});
