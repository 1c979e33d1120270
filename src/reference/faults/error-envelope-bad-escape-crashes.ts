import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title:
    "Decodes the path of a request that is for none of its resources, and does not expect that it can't be decoded",
  breaks: "error-envelope/unknown-route",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      serve: async (incoming) => {
        const [path = ""] = incoming.target.split("?");
        if (!/\/(applications|sessions)\//.test(path)) decodeURIComponent(path);
        return parts.front.serve(incoming);
      },
    },
  }),
});
