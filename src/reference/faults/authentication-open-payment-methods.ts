import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets anybody list payment methods",
  breaks: "authentication/payment-needs-credential",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      authenticate: async (call, credential) => {
        const isOpen =
          call.operation === "listPaymentMethods" && call.headers.get("authorization") === undefined;
        if (!isOpen) return parts.authenticator.authenticate(call, credential);
        return { kind: "application", applicationId: "", keyId: "" };
      },
    },
  }),
});
