import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes the greatest limit for none, and echoes the usual one",
  breaks: "pagination/fills-large-pages",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (total, request, call) => {
        const facts = parts.pager.describe(total, request, call);
        const { greatestPageLimit, defaultPageLimit } = parts.limits;
        return request.limit < greatestPageLimit ? facts : { ...facts, limit: defaultPageLimit };
      },
    },
  }),
});
