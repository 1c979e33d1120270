import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Says its version with answers it can't route",
  breaks: "transport/no-technology-banner",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      finish: (answer, incoming) => {
        const finished = parts.finisher.finish(answer, incoming);
        return answer.status !== 404
          ? finished
          : { ...finished, headers: { ...finished.headers, server: "nginx/1.18.0 (Ubuntu)" } };
      },
    },
  }),
});
