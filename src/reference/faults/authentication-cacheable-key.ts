import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lets caches keep full keys if they ask before use",
  breaks: "authentication/secrets-are-not-cacheable",
  wrap: (parts) =>
    replaceOperation(parts, "createApiKey", async (call, next) => ({
      ...(await next(call)),
      headers: { "cache-control": "no-cache" },
    })),
});
