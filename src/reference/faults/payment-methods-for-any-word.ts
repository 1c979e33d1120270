import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists payment methods for any token that does not look like a key",
  breaks: "payment-methods/needs-api-key",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      authenticate: async (call, credential) => {
        const token = (call.headers.get("authorization") ?? "").replace("Bearer ", "");
        if (call.operation !== "listPaymentMethods" || !/^[a-z]+$/.test(token))
          return parts.authenticator.authenticate(call, credential);
        return { kind: "application", applicationId: "", keyId: "" };
      },
    },
  }),
});
