import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a parser's error become a server error where a text is cut off",
  breaks: "request-format/rejects-malformed-json",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      parse: (bytes) => {
        if (bytes.toString("utf8") === "{") throw new Error("Unexpected end of input");
        return parts.bodyReader.parse(bytes);
      },
    },
  }),
});
