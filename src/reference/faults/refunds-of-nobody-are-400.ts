import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Calls a refund malformed whose session does not exist",
  breaks: "refunds/unknown-session",
  wrap: (parts) =>
    replaceOperation(parts, "createRefund", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        throw error instanceof Refusal && error.reasons === "No such session"
          ? new Refusal(400, error.reasons)
          : error;
      }
    }),
});
