import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Sends no Strict-Transport-Security",
  breaks: "transport/hsts",
  over: "tls",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      finish: (answer, incoming) => {
        const finished = parts.finisher.finish(answer, incoming);
        const { "strict-transport-security": _, ...headers } = finished.headers ?? {};
        return { ...finished, headers };
      },
    },
  }),
});
