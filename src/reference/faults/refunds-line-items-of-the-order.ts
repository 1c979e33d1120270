import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses line items that were not ordered",
  breaks: "refunds/line-items-not-validated",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createRefund: (body) => {
        const order = Object(body);
        const isUnknown = (item: unknown) => Object(item).sku === "NO-SUCH";
        if (Array.isArray(order.lineItems) && order.lineItems.some(isUnknown))
          throw new Refusal(400, ["lineItems names what was not ordered"]);
        return parts.validate.createRefund(body);
      },
    },
  }),
});
