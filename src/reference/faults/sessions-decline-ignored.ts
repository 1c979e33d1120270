import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves a session PENDING whose shopper was declined",
  breaks: "sessions/unpaid-is-decided",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      decline: () => undefined,
    },
  }),
});
