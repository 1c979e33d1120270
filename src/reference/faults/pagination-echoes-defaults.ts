import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Always answers the usual limit, whatever was asked for",
  breaks: "pagination/echoes-page-and-limit",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (total, request, call) => ({
        ...parts.pager.describe(total, request, call),
        limit: parts.limits.defaultPageLimit,
      }),
    },
  }),
});
