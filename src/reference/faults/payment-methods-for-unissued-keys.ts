import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists payment methods for keys that look right, issued or not",
  breaks: "payment-methods/needs-api-key",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      authenticate: async (call, credential) => {
        const token = (call.headers.get("authorization") ?? "").replace("Bearer ", "");
        if (
          call.operation !== "listPaymentMethods" ||
          !(/^ks_test_[0-9a-z]{48}$/.test(token) && parts.keyRing.lookUp(token) === undefined)
        )
          return parts.authenticator.authenticate(call, credential);
        return { kind: "application", applicationId: "", keyId: "" };
      },
    },
  }),
});
