import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts a page more when the last one is exactly full",
  breaks: "pagination/counts-pages",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (total, request, call) => ({
        ...parts.pager.describe(total, request, call),
        totalPages: Math.floor(total / request.limit) + 1,
      }),
    },
  }),
});
