import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts the webhooks of everybody in the total of a list",
  breaks: "isolation/lists-hold-own-only",
  wrap: (parts) => ({
    ...parts,
    pager: {
      ...parts.pager,
      describe: (totalItems, request, call) => {
        const total = call.operation === "listWebhooks" ? [...parts.webhooks.all()].length : totalItems;
        return { ...parts.pager.describe(totalItems, request, call), totalItems: total };
      },
    },
  }),
});
