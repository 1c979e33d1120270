import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Calls the list of webhooks plain text",
  breaks: "error-envelope/success-is-json",
  wrap: (parts) =>
    replaceOperation(parts, "listWebhooks", async (call, next) => ({
      ...(await next(call)),
      headers: { "content-type": "text/plain" },
    })),
});
