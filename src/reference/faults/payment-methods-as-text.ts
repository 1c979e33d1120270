import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Answers payment methods as a text joined by commas",
  breaks: "payment-methods/answers-json",
  wrap: (parts) =>
    replaceOperation(parts, "listPaymentMethods", async (call, next) => {
      const { items } = Object((await next(call)).body);
      return { status: 200, body: items.map(({ type }: { type: string }) => type).join(",") };
    }),
});
