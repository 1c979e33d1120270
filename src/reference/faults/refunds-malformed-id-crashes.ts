import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Breaks on a refund of a session whose id is no UUID",
  breaks: "refunds/malformed-session-id",
  wrap: (parts) =>
    replaceOperation(parts, "createRefund", async (call, next) => {
      if ((call.params["sessionId"] ?? "").length !== 36)
        throw new Error("invalid input syntax for type uuid");
      return next(call);
    }),
});
