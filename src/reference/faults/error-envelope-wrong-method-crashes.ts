import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Has no answer to DELETE where it is not known",
  breaks: "error-envelope/wrong-method",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      otherMethod: (method, allowed) => {
        if (method === "DELETE") throw new Error("no handler");
        return parts.front.otherMethod(method, allowed);
      },
    },
  }),
});
