import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Forgets X-Content-Type-Options where nothing is found",
  breaks: "transport/no-sniff",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      finish: (answer, incoming) => {
        const finished = parts.finisher.finish(answer, incoming);
        const { "x-content-type-options": _, ...headers } = finished.headers ?? {};
        return answer.status === 404 ? { ...finished, headers } : finished;
      },
    },
  }),
});
