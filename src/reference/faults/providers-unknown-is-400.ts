import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Calls a provider malformed that could be linked and is not",
  breaks: "providers/unknown-provider",
  wrap: (parts) =>
    replaceOperation(parts, "rotateProviderKey", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        throw error instanceof Refusal && error.status === 404 ? new Refusal(400, error.reasons) : error;
      }
    }),
});
