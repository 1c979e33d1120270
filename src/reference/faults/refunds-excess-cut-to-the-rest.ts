import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives back what remains when more is asked for",
  breaks: "refunds/refuses-excess",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      asked: (session, order) => {
        const [asked, left] = [parts.ledger.asked(session, order), parts.ledger.remaining(session)];
        return left > 0 && asked > left ? left : asked;
      },
    },
  }),
});
