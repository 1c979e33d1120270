import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reads the time of its payment, in another time zone's hours, as a session's creation",
  breaks: "sessions/completes",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      pay: (session) => {
        parts.sessionStates.pay(session);
        Object.assign(session, { createdAt: parts.clock.now() + 3_600_000 });
      },
    },
  }),
});
