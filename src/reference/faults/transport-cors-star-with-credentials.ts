import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets every origin in with credentials",
  breaks: "transport/cors-is-not-wide-open",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      finish: (answer, incoming) => {
        const finished = parts.finisher.finish(answer, incoming);
        return {
          ...finished,
          headers: {
            ...finished.headers,
            "access-control-allow-origin": "*",
            "access-control-allow-credentials": "true",
          },
        };
      },
    },
  }),
});
