import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a shopper be declined whose session is paid",
  breaks: "sessions/paid-is-final",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      decline: (session) =>
        session.status === "SUCCEEDED"
          ? parts.sessionStates.move(session, "FAILED", "DECLINED")
          : parts.sessionStates.decline(session),
    },
  }),
});
