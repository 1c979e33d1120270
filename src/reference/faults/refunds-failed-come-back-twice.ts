import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives the amount of a failed refund back to a balance that it was never taken from",
  breaks: "refunds/never-overspends-after-failure",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      taken: (session) =>
        session.refunds
          .filter(({ status }) => status === "FAILED")
          .reduce((taken, { amount }) => taken - amount, parts.ledger.taken(session)),
    },
  }),
});
