import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a revocation with null",
  breaks: "api-keys/answers-match-schema",
  wrap: (parts) => {
    const answering = changeBody(parts, "revokeApiKey", () => null);
    return {
      ...answering,
      finisher: {
        ...answering.finisher,
        finish: (answer, incoming) => {
          const finished = answering.finisher.finish(answer, incoming);
          return answer.body === null ? { ...finished, text: "null" } : finished;
        },
      },
    };
  },
});
