import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Takes a UUID of any version for an idempotency key",
  breaks: "idempotency/key-is-uuid-v4",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      sessionKey: (call) => {
        const key = call.headers.get("idempotency-key") ?? "";
        if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key))
          throw new Refusal(400, "Idempotency-Key must be a UUID");
        return key.toLowerCase();
      },
    },
  }),
});
