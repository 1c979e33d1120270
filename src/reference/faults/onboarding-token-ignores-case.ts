import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks a token up without regard to case",
  breaks: "onboarding/token-invalid",
  wrap: (parts) => {
    const issued = new Map<string, string>();
    return {
      ...parts,
      invites: {
        ...parts.invites,
        issue: (seconds) => {
          const invite = parts.invites.issue(seconds);
          issued.set(invite.token.toLowerCase(), invite.token);
          return invite;
        },
        check: (token) => parts.invites.check(issued.get(String(token).toLowerCase()) ?? token),
      },
    };
  },
});
