import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Breaks on HEAD where a list is expected",
  breaks: "transport/options-and-head-are-safe",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      serve: (incoming) => {
        if (incoming.method === "HEAD" && incoming.target.endsWith("/providers"))
          throw new TypeError("no body");
        return parts.front.serve(incoming);
      },
    },
  }),
});
