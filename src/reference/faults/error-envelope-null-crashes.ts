import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Trims a webhook's URL before looking whether it is a text",
  breaks: "error-envelope/no-server-error",
  wrap: (parts) =>
    replaceOperation(parts, "createWebhook", async (call, next) => {
      const { url } = call.body as { url?: string };
      url?.trim();
      return next(call);
    }),
});
