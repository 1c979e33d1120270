import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not count the third refund of a session",
  breaks: "refunds/obeys-model",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      taken: (session) => parts.ledger.taken({ ...session, refunds: session.refunds.toSpliced(2, 1) }),
    },
  }),
});
