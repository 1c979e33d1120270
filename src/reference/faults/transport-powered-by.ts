import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Says which framework it runs on",
  breaks: "transport/no-technology-banner",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      finish: (answer, incoming) => {
        const finished = parts.finisher.finish(answer, incoming);
        return { ...finished, headers: { ...finished.headers, "x-powered-by": "Express" } };
      },
    },
  }),
});
