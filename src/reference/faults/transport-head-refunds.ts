import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes HEAD for POST where there is no GET",
  breaks: "transport/options-and-head-are-safe",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      serve: (incoming) => {
        const isRefund = incoming.method === "HEAD" && incoming.target.endsWith("/refunds");
        const key = (name: string) =>
          name === "idempotency-key" ? [incoming.target] : incoming.headers.all(name);
        const headers = { get: (name: string) => key(name)[0], all: key };
        return parts.front.serve(isRefund ? { ...incoming, method: "POST", headers } : incoming);
      },
    },
  }),
});
