import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves a session PENDING when it was paid",
  breaks: "sessions/completes",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      pay: () => undefined,
    },
  }),
});
