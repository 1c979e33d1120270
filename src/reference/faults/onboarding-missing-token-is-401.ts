import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers a sign-up without a token with 401",
  breaks: "onboarding/token-missing",
  wrap: (parts) => ({
    ...parts,
    invites: {
      ...parts.invites,
      check: (token) => {
        if (token === null) throw new Refusal(401, "token is required");
        return parts.invites.check(token);
      },
    },
  }),
});
