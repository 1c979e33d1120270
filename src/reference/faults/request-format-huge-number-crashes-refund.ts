import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Converts a refund's amount before looking at it, and 1e400 is no number of cents",
  breaks: "request-format/survives-hostile-json",
  wrap: (parts) =>
    replaceOperation(parts, "createRefund", async (call, next) => {
      const { amount } = Object(call.body) as { amount?: unknown };
      if (typeof amount === "number") BigInt(Math.round(amount * 100));
      return next(call);
    }),
});
