import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes any request for the method that `_method` names in its query",
  breaks: "transport/get-stays-get",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      serve: (incoming) => {
        const named = new URLSearchParams(incoming.target.split("?")[1]).get("_method");
        return parts.front.serve(named === null ? incoming : { ...incoming, method: named.toUpperCase() });
      },
    },
  }),
});
