import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes the order reference for the idempotency key",
  breaks: "idempotency/new-key-new-session",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      run: (call, key, work) => {
        const { orderReference } = call.body as { readonly orderReference?: string };
        return parts.idempotency.run(call, orderReference ?? key, work);
      },
    },
  }),
});
