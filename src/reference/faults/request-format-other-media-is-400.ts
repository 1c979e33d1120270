import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers another media type with 400",
  breaks: "request-format/unsupported-media-is-415",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      checkMediaType: (incoming) => {
        try {
          parts.bodyReader.checkMediaType(incoming);
        } catch {
          throw new Refusal(400, "The body is not valid JSON");
        }
      },
    },
  }),
});
