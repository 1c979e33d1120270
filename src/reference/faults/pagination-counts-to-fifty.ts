import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Stops counting at fifty, to spare the database",
  breaks: "pagination/fills-large-pages",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (total, request, call) => parts.pager.describe(Math.min(total, 50), request, call),
    },
  }),
});
