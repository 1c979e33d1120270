import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls a cancelled session SUCCEEDED",
  breaks: "sessions/declined-is-not-succeeded",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      cancel: (session) => parts.sessionStates.pay(session),
    },
  }),
});
