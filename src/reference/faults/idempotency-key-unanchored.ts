import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Looks for a UUID anywhere in the idempotency key",
  breaks: "idempotency/key-is-uuid-v4",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      sessionKey: (call) => {
        const key = call.headers.get("idempotency-key") ?? "";
        if (!/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/i.test(key))
          throw new Refusal(400, "Idempotency-Key must be a UUID v4");
        return key.toLowerCase();
      },
    },
  }),
});
