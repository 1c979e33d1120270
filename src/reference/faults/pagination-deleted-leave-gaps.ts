import { defineFault } from "../fault.ts";
import type { Webhook } from "../records.ts";

// Deleted ones are only marked, and taken out after the page was cut.
export const fault = defineFault({
  title: "Leaves a gap on the page where a webhook was deleted",
  breaks: "pagination/follows-deletion",
  wrap: (parts) => {
    const deleted = new Set<string>();
    const { webhooks } = parts;
    return {
      ...parts,
      webhooks: {
        ...webhooks,
        find: (id) => (deleted.has(id) ? undefined : webhooks.find(id)),
        remove: (id) => void deleted.add(id),
      },
      pager: {
        ...parts.pager,
        cut: (items, request, call) =>
          parts.pager.cut(items, request, call).filter((item) => !deleted.has((item as Webhook).id)),
        describe: (total, request, call) => {
          const applicationId = call.params["applicationId"] ?? "";
          const gone = webhooks.of(applicationId).filter(({ id }) => deleted.has(id)).length;
          const hidden = call.operation === "listWebhooks" ? gone : 0;
          return parts.pager.describe(total - hidden, request, call);
        },
      },
    };
  },
});
