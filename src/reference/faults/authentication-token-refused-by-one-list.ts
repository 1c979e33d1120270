import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Lets no merchant list the keys of an application",
  breaks: "authentication/accepts-issued-token",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      merchant: async (call) => {
        if (call.operation === "listApiKeys") throw new Refusal(403, "The role does not allow this");
        return parts.authenticator.merchant(call);
      },
    },
  }),
});
