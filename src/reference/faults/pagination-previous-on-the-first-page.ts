import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Claims a page before the first one of providers",
  breaks: "pagination/flags-neighbours",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (total, request, call) => ({
        ...parts.pager.describe(total, request, call),
        hasPreviousPage: request.page > (call.operation === "listProviders" ? 0 : 1),
      }),
    },
  }),
});
