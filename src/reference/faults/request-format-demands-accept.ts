import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 406 to whoever does not ask for application/json by name",
  breaks: "request-format/needs-no-accept",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      serve: async (incoming) => {
        if (!/application\/json/.test(incoming.headers.get("accept") ?? ""))
          throw new Refusal(406, "Only application/json can be had");
        return parts.front.serve(incoming);
      },
    },
  }),
});
