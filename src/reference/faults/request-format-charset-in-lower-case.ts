import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Knows utf-8 in lower case only",
  breaks: "request-format/accepts-charset-parameter",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      checkMediaType: (incoming) => {
        parts.bodyReader.checkMediaType(incoming);
        if (/UTF-8/.test(incoming.headers.get("content-type") ?? ""))
          throw new Refusal(415, "The charset must be utf-8");
      },
    },
  }),
});
