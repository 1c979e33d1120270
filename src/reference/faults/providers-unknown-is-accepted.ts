import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Takes the deactivation of a provider that is not linked for done",
  breaks: "providers/unknown-provider",
  wrap: (parts) =>
    replaceOperation(parts, "deactivateProvider", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        if (!(error instanceof Refusal) || error.reasons !== "No such provider") throw error;
        return { status: 200, body: {} };
      }
    }),
});
