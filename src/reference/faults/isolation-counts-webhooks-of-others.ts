import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts the webhooks of everybody in the total of a list that is asked for without a page or limit",
  breaks: "isolation/lists-hold-own-only",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (totalItems, request, call) => {
        const isPlain = call.operation === "listWebhooks" && call.query.size === 0;
        const total = isPlain && totalItems === 1 ? [...parts.webhooks.all()].length : totalItems;
        return { ...parts.pager.describe(totalItems, request, call), totalItems: total };
      },
    },
  }),
});
