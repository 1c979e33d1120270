import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Quotes what was sent when a provider is linked already",
  breaks: "providers/never-returns-credential",
  wrap: (parts) =>
    replaceOperation(parts, "linkProvider", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 409) throw error;
        throw new Refusal(409, `Duplicate entry: ${JSON.stringify(call.body)}`);
      }
    }),
});
