import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists payment methods as they were when they were first asked for",
  breaks: "payment-methods/follows-provider-changes",
  wrap: (parts) => {
    const cache = new Map<string, Promise<{ status: number; body?: unknown }>>();
    return replaceOperation(parts, "listPaymentMethods", (call, next) => {
      const id = parts.access.applicationId(call);
      const offers = parts.providers.of(id).length;
      const answer = cache.get(`${id} ${offers} ${call.query}`) ?? next(call);
      cache.set(`${id} ${offers} ${call.query}`, answer);
      return answer;
    });
  },
});
