import { defineFault } from "../fault.ts";
import type { Webhook } from "../records.ts";

// While the index takes in a new row, it passes over the row at the seam.
export const fault = defineFault({
  title: "Skips the first webhook of a later page just after one was added",
  breaks: "pagination/steady-under-writes",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      cut: (items, request, call) => {
        const cut = parts.pager.cut(items, request, call);
        if (call.operation !== "listWebhooks" || request.page === 1) return cut;
        const newest = Math.max(...items.map((item) => (item as Webhook).createdAt));
        return parts.clock.now() - newest < 200 ? cut.slice(1) : cut;
      },
    },
  }),
});
