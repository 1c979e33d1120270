import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Calls a declined session SUCCEEDED",
  breaks: "sessions/declined-is-not-succeeded",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      decline: (session) => parts.sessionStates.pay(session),
    },
  }),
});
