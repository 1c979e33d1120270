import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks at a token only if it is not empty",
  breaks: "onboarding/token-missing",
  wrap: (parts) => ({
    ...parts,
    invites: {
      ...parts.invites,
      check: (token) => (token === "" ? parts.invites.issue() : parts.invites.check(token)),
    },
  }),
});
