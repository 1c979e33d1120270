import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refunds first and asks for the idempotency key afterwards",
  breaks: "idempotency/refund-needs-key",
  wrap: (parts) =>
    replaceOperation(parts, "createRefund", async (call, next) => {
      if (call.headers.get("idempotency-key") !== undefined) return next(call);
      await next({ ...call, headers: { ...call.headers, all: () => [parts.secrets.id()] } });
      throw new Refusal(400, "Idempotency-Key is required");
    }),
});
