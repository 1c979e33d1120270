import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps the number of webhooks as it was when the list was first read",
  breaks: "pagination/follows-creation",
  wrap: (parts) => {
    const totals = new Map<string, number>();
    return {
      ...parts,
      pager: {
        ...parts.pager,
        describe: (total, request, call) => {
          if (call.operation !== "listWebhooks") return parts.pager.describe(total, request, call);
          totals.set(call.path, totals.get(call.path) ?? total);
          return parts.pager.describe(totals.get(call.path) ?? total, request, call);
        },
      },
    };
  },
});
