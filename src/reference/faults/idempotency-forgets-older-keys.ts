import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps only the newest key of an order",
  breaks: "idempotency/obeys-model",
  wrap: (parts) => {
    const newest = new Map<string, string>();
    return {
      ...parts,

      idempotency: {
        ...parts.idempotency,
        run: (call, key, work) => {
          const { orderReference } = call.body as { readonly orderReference?: string };
          if (orderReference === undefined) return parts.idempotency.run(call, key, work);
          const slot = `${parts.idempotency.space(call)} ${key}`;
          const older = newest.get(orderReference);
          if (older !== undefined && older !== slot) parts.idempotency.forget(older);
          newest.set(orderReference, slot);
          return parts.idempotency.run(call, key, work);
        },
      },
    };
  },
});
