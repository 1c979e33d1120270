import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes an amount of zero for all that remains",
  breaks: "refunds/rejects-bad-amount",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createRefund: (body) => {
        const order = Object(body);
        const { amount, ...rest } = order;
        return parts.validate.createRefund(amount === 0 ? rest : body);
      },
    },
  }),
});
