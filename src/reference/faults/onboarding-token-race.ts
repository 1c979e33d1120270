import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Marks a token as used some time after it looked",
  breaks: "onboarding/token-race",
  wrap: (parts) => ({
    ...parts,
    invites: { ...parts.invites, use: (invite) => void setTimeout(() => parts.invites.use(invite), 50) },
  }),
});
