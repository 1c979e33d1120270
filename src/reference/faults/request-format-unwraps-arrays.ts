import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes the first item of an array for the body",
  breaks: "request-format/rejects-non-object-bodies",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      parse: (bytes) => {
        const inner = /^\[(\{[^]*\})\]$/.exec(bytes.toString("utf8"))?.[1];
        return parts.bodyReader.parse(inner === undefined ? bytes : Buffer.from(inner));
      },
    },
  }),
});
