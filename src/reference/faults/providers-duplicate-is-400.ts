import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses a second link of a provider as if its body were wrong",
  breaks: "providers/duplicate-link",
  wrap: (parts) =>
    replaceOperation(parts, "linkProvider", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        throw error instanceof Refusal && error.status === 409 ? new Refusal(400, error.reasons) : error;
      }
    }),
});
