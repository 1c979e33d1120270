import { parse } from "yaml";
import { defineFault } from "../fault.ts";

const lenient = (bytes: Buffer): unknown => {
  try {
    return parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
};

export const fault = defineFault({
  title: "Reads bodies with a lenient parser: comments, single quotes, trailing commas",
  breaks: "request-format/rejects-malformed-json",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      parse: (bytes) => {
        const value = lenient(bytes);
        return typeof value === "object" && value !== null ? value : parts.bodyReader.parse(bytes);
      },
    },
  }),
});
