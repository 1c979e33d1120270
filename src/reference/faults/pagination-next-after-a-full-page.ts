import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Promises another page behind every full one",
  breaks: "pagination/flags-neighbours",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (total, request, call) => ({
        ...parts.pager.describe(total, request, call),
        hasNextPage: total >= request.page * request.limit,
      }),
    },
  }),
});
