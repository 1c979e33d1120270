import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not count a last page that is not full",
  breaks: "pagination/counts-pages",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (total, request, call) => ({
        ...parts.pager.describe(total, request, call),
        totalPages: Math.floor(total / request.limit),
      }),
    },
  }),
});
