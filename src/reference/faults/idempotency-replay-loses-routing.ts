import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a replay without the routing",
  breaks: "idempotency/replay-answers-alike",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      replay: (answer) => {
        const { routing: _, ...rest } = Object(answer.body) as Record<string, unknown>;
        return { ...answer, body: rest };
      },
    },
  }),
});
