import { defineFault } from "../fault.ts";
import type { Invite } from "../records.ts";

export const fault = defineFault({
  title: "Lets a token be used once more",
  breaks: "onboarding/token-used",
  wrap: (parts) => {
    const once = new Set<Invite>();
    return {
      ...parts,
      invites: {
        ...parts.invites,
        use: (invite) => {
          if (once.has(invite)) parts.invites.use(invite);
          once.add(invite);
        },
      },
    };
  },
});
