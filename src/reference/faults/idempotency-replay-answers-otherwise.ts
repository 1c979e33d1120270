import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a replay with a note instead of the first answer",
  breaks: "idempotency/replay-answers-alike",
  wrap: (parts) => ({
    ...parts,
    idempotency: {
      ...parts.idempotency,
      replay: (answer) => ({
        ...answer,
        status: 200,
        body: { ...Object(answer.body), note: "This request was served before" },
      }),
    },
  }),
});
