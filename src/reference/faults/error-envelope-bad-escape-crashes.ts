import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Decodes a path without expecting that it can't be decoded",
  breaks: "error-envelope/unknown-route",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      serve: async (incoming) => {
        decodeURIComponent(incoming.target.split("?")[0] ?? "");
        return parts.front.serve(incoming);
      },
    },
  }),
});
