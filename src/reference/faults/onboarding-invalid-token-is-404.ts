import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers a token that was never issued with 404",
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
        check: (token) => {
          if (token !== null && token !== "" && !issued.includes(token))
            throw new Refusal(404, "No such token");
          return parts.invites.check(token);
        },
      },
    };
  },
});
