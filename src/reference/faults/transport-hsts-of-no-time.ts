import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes Strict-Transport-Security back",
  breaks: "transport/hsts",
  over: "tls",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      finish: (answer, incoming) => {
        const finished = parts.finisher.finish(answer, incoming);
        return { ...finished, headers: { ...finished.headers, "strict-transport-security": "max-age=0" } };
      },
    },
  }),
});
