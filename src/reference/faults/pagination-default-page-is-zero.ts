import { defineFault } from "../fault.ts";

// The pager counts from zero inside, and its default shows.
export const fault = defineFault({
  title: "Calls the page that comes unasked page 0",
  breaks: "pagination/starts-at-one",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (total, request, call) => ({
        ...parts.pager.describe(total, request, call),
        page: call.query.has("page") ? request.page : 0,
      }),
    },
  }),
});
