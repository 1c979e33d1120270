import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Compares the bodies of two orders without what is nested in them",
  breaks: "idempotency/reuse-with-other-body",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      fingerprint: (call) => JSON.stringify(call.body, Object.keys(Object(call.body)).toSorted()),
    },
  }),
});
