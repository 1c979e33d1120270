import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Forgets a token when its time is over, and answers 400",
  breaks: "onboarding/token-expired",
  wrap: (parts) => ({
    ...parts,
    invites: {
      ...parts.invites,
      check: (token) => {
        try {
          return parts.invites.check(token);
        } catch (error) {
          if (error instanceof Refusal && /expired/.test(error.message))
            throw new Refusal(400, "token is missing or invalid");
          throw error;
        }
      },
    },
  }),
});
