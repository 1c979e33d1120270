import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Reads idempotency keys with a parser that forgives braces, URNs and missing dashes",
  breaks: "idempotency/key-is-uuid-v4",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      sessionKey: (call) => {
        const digits = (call.headers.get("idempotency-key") ?? "")
          .replace(/^urn:uuid:/i, "")
          .replaceAll(/[{}-]/g, "");
        if (!/^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$/i.test(digits))
          throw new Refusal(400, "Idempotency-Key must be a UUID v4");
        return digits.toLowerCase();
      },
    },
  }),
});
