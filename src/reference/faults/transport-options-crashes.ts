import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Breaks on OPTIONS where a path has parameters",
  breaks: "transport/options-and-head-are-safe",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      otherMethod: (method, allowed) => {
        if (method === "OPTIONS" && allowed.includes("DELETE")) throw new TypeError("no handler");
        return parts.front.otherMethod(method, allowed);
      },
    },
  }),
});
