import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves a session PENDING whose shopper left",
  breaks: "sessions/unpaid-is-decided",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      cancel: () => undefined,
    },
  }),
});
