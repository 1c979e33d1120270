import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes HEAD for DELETE where there is no GET",
  breaks: "transport/options-and-head-are-safe",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      serve: (incoming) =>
        parts.front.serve(
          incoming.method === "HEAD" && /\/api-keys\/[^/]+$/.test(incoming.target)
            ? { ...incoming, method: "DELETE" }
            : incoming,
        ),
    },
  }),
});
