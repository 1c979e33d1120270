import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lets caches keep signing secrets",
  breaks: "authentication/secrets-are-not-cacheable",
  wrap: (parts) =>
    replaceOperation(parts, "createWebhook", async (call, next) => ({
      ...(await next(call)),
      headers: { "cache-control": "private" },
    })),
});
