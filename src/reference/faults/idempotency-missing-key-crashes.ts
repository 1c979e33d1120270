import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes where the idempotency key is missing",
  breaks: "idempotency/session-needs-key",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      sessionKey: (call) => {
        if (call.headers.get("idempotency-key") === undefined)
          throw new TypeError("Cannot read properties of undefined");
        return parts.idempotency.sessionKey(call);
      },
    },
  }),
});
