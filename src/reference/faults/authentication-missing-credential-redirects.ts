import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Sends whoever has no token to a login page",
  breaks: "authentication/management-needs-credential",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      merchant: async (call) => {
        if (call.headers.get("authorization") === undefined)
          throw new Refusal(302, "Log in first", { location: "/login" });
        return parts.authenticator.merchant(call);
      },
    },
  }),
});
