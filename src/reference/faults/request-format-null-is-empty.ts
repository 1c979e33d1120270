import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes null for an empty object where nothing is required",
  breaks: "request-format/rejects-non-object-bodies",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      parse: (bytes) => (bytes.toString("utf8") === "null" ? {} : parts.bodyReader.parse(bytes)),
    },
  }),
});
