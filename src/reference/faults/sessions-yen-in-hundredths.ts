import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts a hundred parts of a yen, which has none",
  breaks: "sessions/keeps-cents",
  wrap: (parts) => ({
    ...parts,
    sessions: {
      ...parts.sessions,
      add: (session) => {
        const isYen = session.order.currency === "JPY";
        parts.sessions.add(isYen ? { ...session, total: session.total * 100 } : session);
      },
    },
  }),
});
