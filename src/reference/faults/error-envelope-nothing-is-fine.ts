import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 200 at paths that lead nowhere",
  breaks: "error-envelope/unknown-route",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      serve: async (incoming) => {
        try {
          return await parts.front.serve(incoming);
        } catch (error) {
          const leadsNowhere = error instanceof Refusal && error.message === "There is nothing at this path";
          if (leadsNowhere && incoming.method === "GET") return { status: 200, body: {} };
          throw error;
        }
      },
    },
  }),
});
