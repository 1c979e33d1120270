import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks a token up by pattern",
  breaks: "onboarding/token-invalid",
  wrap: (parts) => {
    const issued: string[] = [];
    return {
      ...parts,
      invites: {
        ...parts.invites,
        issue: (seconds) => {
          const invite = parts.invites.issue(seconds);
          issued.push(invite.token);
          return invite;
        },
        check: (token) => parts.invites.check(token === "%" ? (issued.at(-1) ?? token) : token),
      },
    };
  },
});
