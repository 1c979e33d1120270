import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Refunds another amount under a used key",
  breaks: "idempotency/refund-reuse-with-other-amount",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      run: (call, key, work) => {
        const { amount } = call.body as { readonly amount?: number };
        return parts.idempotency.run(
          call,
          call.operation === "createRefund" ? `${key} ${amount}` : key,
          work,
        );
      },
    },
  }),
});
