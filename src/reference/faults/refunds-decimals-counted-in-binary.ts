import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses amounts that are no whole number of cents in floating point",
  breaks: "refunds/amount-is-exact",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createRefund: (body) => {
        const order = Object(body);
        if ((order.amount * 100) % 1 > 0) throw new Refusal(400, ["amount must have at most 2 decimals"]);
        return parts.validate.createRefund(body);
      },
    },
  }),
});
