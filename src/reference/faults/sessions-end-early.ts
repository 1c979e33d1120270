import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Ends a session halfway",
  breaks: "sessions/lives-until-its-end",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      isOverdue: ({ createdAt, expiresAt }) => parts.clock.now() >= (createdAt + expiresAt) / 2,
    },
  }),
});
