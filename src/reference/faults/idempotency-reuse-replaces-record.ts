import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Lets the order that was refused take over the key",
  breaks: "idempotency/reuse-with-other-body",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      run: async (call, key, work) => {
        const slot = `${parts.idempotency.space(call)} ${key}`;
        const known = parts.idempotency.recall(slot);
        const fingerprint = parts.idempotency.fingerprint(call);
        if (known === undefined || known.fingerprint() === fingerprint)
          return parts.idempotency.run(call, key, work);
        parts.idempotency.remember(slot, { ...known, fingerprint: () => fingerprint });
        throw new Refusal(422, "Idempotency-Key was already used with another body");
      },
    },
  }),
});
