import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Says of a page behind the last that none comes before it",
  breaks: "pagination/beyond-the-end",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (total, request, call) => {
        const facts = parts.pager.describe(total, request, call);
        return facts.page > facts.totalPages ? { ...facts, hasPreviousPage: false } : facts;
      },
    },
  }),
});
