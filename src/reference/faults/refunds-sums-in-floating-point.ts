import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Adds refunds up in floating point before it compares them with the total",
  breaks: "refunds/remainder-refund",
  wrap: (parts) => ({
    ...parts,
    sessionStates: {
      ...parts.sessionStates,
      followRefunds: (session) => {
        parts.sessionStates.followRefunds(session);
        const done = session.refunds.filter(({ status }) => status === "COMPLETED");
        const sum = done.reduce((total, { amount }) => total + amount / 100, 0);
        if (session.status === "REFUNDED" && sum !== session.total / 100)
          session.status = "PARTIALLY_REFUNDED";
      },
    },
  }),
});
