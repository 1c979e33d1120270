import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Answers payment methods as if they were a page",
  breaks: "payment-methods/answers-json",
  wrap: (parts) =>
    replaceOperation(parts, "listPaymentMethods", async (call, next) => ({
      ...(await next(call)),
      headers: { "content-type": "text/html; charset=utf-8" },
    })),
});
