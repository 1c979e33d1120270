import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes payments for sessions that came to their end",
  breaks: "sessions/expires",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      isOverdue: () => false,
    },
  }),
});
