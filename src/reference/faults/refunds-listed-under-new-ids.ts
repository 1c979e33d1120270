import { randomUUID } from "node:crypto";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists refunds under other ids than they were made with",
  breaks: "refunds/listed-on-session",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      listedRefund: (refund) => ({ ...parts.views.listedRefund(refund), id: randomUUID() }),
    },
  }),
});
