import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 400 where the API key is missing",
  breaks: "authentication/payment-needs-credential",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      application: async (call) => {
        if (call.headers.get("authorization") === undefined)
          throw new Refusal(400, "The Authorization header is required");
        return parts.authenticator.application(call);
      },
    },
  }),
});
