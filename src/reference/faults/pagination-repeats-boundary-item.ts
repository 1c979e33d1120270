import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Begins a later page of API keys with the last item of the page before",
  breaks: "pagination/partitions",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      cut: (items, request, call) => {
        const start = (request.page - 1) * request.limit;
        if (call.operation !== "listApiKeys" || start === 0) return parts.pager.cut(items, request, call);
        return items.slice(start - 1, start - 1 + request.limit);
      },
    },
  }),
});
