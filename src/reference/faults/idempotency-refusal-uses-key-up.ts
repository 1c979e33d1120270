import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Remembers refusals as well, and repeats them",
  breaks: "idempotency/refusal-keeps-key-usable",
  wrap: (parts) => {
    const refusals = new Map<string, unknown>();
    return replaceOperation(parts, "createSession", async (call, next) => {
      const key = call.headers.get("idempotency-key") ?? "";
      if (refusals.has(key)) throw refusals.get(key);
      return next(call).catch((error: unknown) => {
        refusals.set(key, error);
        throw error;
      });
    });
  },
});
