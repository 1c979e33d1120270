import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes NaN and Infinity for numbers, as some parsers do",
  breaks: "request-format/rejects-malformed-json",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      parse: (bytes) =>
        parts.bodyReader.parse(
          Buffer.from(bytes.toString("latin1").replaceAll(/:(?:NaN|-?Infinity)/g, ":null"), "latin1"),
        ),
    },
  }),
});
