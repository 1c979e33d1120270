import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a replay with a new time of expiry",
  breaks: "idempotency/replay-answers-alike",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      replay: (answer) => ({
        ...answer,
        body: { ...Object(answer.body), expiresAt: parts.views.instant(parts.clock.now() + 3_600_000) },
      }),
    },
  }),
});
