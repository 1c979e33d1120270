import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Goes on counting webhooks that were deleted",
  breaks: "pagination/follows-deletion",
  wrap: (parts) => {
    const deleted = new Map<string, number>();
    const counting = replaceOperation(parts, "deleteWebhook", async (call, next) => {
      const list = call.path.replace(/\/[^/]+$/, "");
      deleted.set(list, (deleted.get(list) ?? 0) + 1);
      return next(call);
    });
    return {
      ...counting,
      pager: {
        ...parts.pager,
        describe: (total, request, call) =>
          parts.pager.describe(total + (deleted.get(call.path) ?? 0), request, call),
      },
    };
  },
});
