import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers a page behind the last with 404",
  breaks: "pagination/beyond-the-end",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      cut: (items, request, call) => {
        const cut = parts.pager.cut(items, request, call);
        if (cut.length === 0 && request.page > 1) throw new Refusal(404, "There is no such page");
        return cut;
      },
    },
  }),
});
