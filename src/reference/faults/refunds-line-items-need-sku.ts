import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses line items without a sku",
  breaks: "refunds/line-items-not-validated",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createRefund: (body) => {
        const order = Object(body);
        const hasSku = (item: unknown) => typeof Object(item).sku === "string";
        if (Array.isArray(order.lineItems) && !order.lineItems.every(hasSku))
          throw new Refusal(400, ["lineItems needs a sku"]);
        return parts.validate.createRefund(body);
      },
    },
  }),
});
