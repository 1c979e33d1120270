import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Does not say which methods are allowed",
  breaks: "error-envelope/wrong-method",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      otherMethod: (method, allowed) => {
        if (method === "OPTIONS") return parts.front.otherMethod(method, allowed);
        throw new Refusal(405, `${method} is not possible here`);
      },
    },
  }),
});
