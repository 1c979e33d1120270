import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists with a session the refunds of all sessions that were made for the same order",
  breaks: "isolation/lists-hold-own-only",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      session: (session) => {
        const { applicationId, order } = session;
        const alike = parts.sessions
          .of(applicationId)
          .filter((other) => other.order.orderReference === order.orderReference);
        const refunds = alike.flatMap((other) => other.refunds.map(parts.views.listedRefund));
        return { ...parts.views.session(session), refunds };
      },
    },
  }),
});
