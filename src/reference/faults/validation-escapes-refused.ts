import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses a body that writes characters beyond the basic plane in escapes",
  breaks: "validation/valid-is-accepted",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      parse: (bytes) => {
        if (bytes.includes("\\ud83")) throw new Refusal(400, "The body holds half a character");
        return parts.bodyReader.parse(bytes);
      },
    },
  }),
});
