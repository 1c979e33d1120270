import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Sends no X-Content-Type-Options",
  breaks: "transport/no-sniff",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      finish: (answer, incoming) => {
        const finished = parts.finisher.finish(answer, incoming);
        const { "x-content-type-options": _, ...headers } = finished.headers ?? {};
        return { ...finished, headers };
      },
    },
  }),
});
