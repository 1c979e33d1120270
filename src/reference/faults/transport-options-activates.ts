import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Activates a provider whatever the method is",
  breaks: "transport/options-and-head-are-safe",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      serve: (incoming) =>
        parts.front.serve(
          incoming.method === "OPTIONS" && incoming.target.endsWith("/activate")
            ? { ...incoming, method: "PATCH" }
            : incoming,
        ),
    },
  }),
});
