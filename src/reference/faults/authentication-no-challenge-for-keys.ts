import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a missing API key without a challenge",
  breaks: "authentication/challenges",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      finish: (answer, incoming) => {
        const { "www-authenticate": challenge, ...headers } = answer.headers ?? {};
        const isSilent = challenge === undefined || incoming.target.startsWith("/api/v1/sessions");
        return parts.finisher.finish(isSilent ? { ...answer, headers } : answer, incoming);
      },
    },
  }),
});
