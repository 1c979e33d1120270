import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives a session another hour when its request is repeated",
  breaks: "idempotency/replay-changes-nothing",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      replay: (answer) => {
        const { sessionId = "" } = Object(answer.body) as { readonly sessionId?: string };
        Object.assign(parts.sessions.find(sessionId) ?? {}, {
          expiresAt: parts.clock.now() + parts.limits.sessionSeconds * 1000,
        });
        return parts.idempotency.replay(answer);
      },
    },
  }),
});
