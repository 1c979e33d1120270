import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives a session another hour when it is paid",
  breaks: "sessions/paid-keeps-its-end",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      pay: (session) => {
        parts.sessionStates.pay(session);
        Object.assign(session, { expiresAt: parts.clock.now() + parts.limits.sessionSeconds * 1000 });
      },
    },
  }),
});
