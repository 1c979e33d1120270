import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Promises a next page to an empty list",
  breaks: "pagination/describes-empty-lists",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (total, request, call) => {
        const facts = parts.pager.describe(total, request, call);
        return { ...facts, hasNextPage: request.page !== facts.totalPages && facts.totalPages < 2 };
      },
    },
  }),
});
