import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 403 where the token is missing",
  breaks: "authentication/management-needs-credential",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      merchant: async (call) => {
        if (call.headers.get("authorization") === undefined) throw new Refusal(403, "Forbidden resource");
        return parts.authenticator.merchant(call);
      },
    },
  }),
});
