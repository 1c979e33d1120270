import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes the time of a replay for the time of the session's creation",
  breaks: "idempotency/replay-changes-nothing",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      replay: (answer) => {
        const { sessionId = "" } = Object(answer.body) as { readonly sessionId?: string };
        Object.assign(parts.sessions.find(sessionId) ?? {}, { createdAt: parts.clock.now() });
        return parts.idempotency.replay(answer);
      },
    },
  }),
});
