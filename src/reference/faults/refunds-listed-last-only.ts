import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the last refund of a session only",
  breaks: "refunds/listed-on-session",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      session: (session) => parts.views.session({ ...session, refunds: session.refunds.slice(-1) }),
    },
  }),
});
