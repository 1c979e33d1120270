import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Compares the whole Content-Type with application/json",
  breaks: "request-format/accepts-charset-parameter",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      checkMediaType: (incoming) => {
        if (incoming.headers.get("content-type") !== "application/json")
          throw new Refusal(415, "Content-Type must be application/json");
      },
    },
  }),
});
