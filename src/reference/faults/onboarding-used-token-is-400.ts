import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers a used token with 400",
  breaks: "onboarding/token-used",
  wrap: (parts) => ({
    ...parts,
    invites: {
      ...parts.invites,
      check: (token) => {
        try {
          return parts.invites.check(token);
        } catch (error) {
          if (error instanceof Refusal && /used/.test(error.message))
            throw new Refusal(400, "token is missing or invalid");
          throw error;
        }
      },
    },
  }),
});
