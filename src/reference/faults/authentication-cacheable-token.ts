import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lets caches keep tokens for a minute",
  breaks: "authentication/secrets-are-not-cacheable",
  wrap: (parts) =>
    replaceOperation(parts, "login", async (call, next) => ({
      ...(await next(call)),
      headers: { "cache-control": "private, max-age=60" },
    })),
});
