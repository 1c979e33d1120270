import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the amounts of refunds in cents",
  breaks: "refunds/listed-on-session",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      listedRefund: (refund) => ({ ...parts.views.listedRefund(refund), amount: refund.amount }),
    },
  }),
});
