import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Breaks on a refund of a session that does not exist",
  breaks: "refunds/unknown-session",
  wrap: (parts) =>
    replaceOperation(parts, "createRefund", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        throw error instanceof Refusal && error.reasons === "No such session"
          ? new TypeError("Cannot read properties of undefined")
          : error;
      }
    }),
});
