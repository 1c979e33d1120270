import { defineFault } from "../fault.ts";

const depthOf = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

export const fault = defineFault({
  title: "Walks through a body recursively, until the stack ends",
  breaks: "request-format/survives-hostile-json",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      parse: (bytes) => {
        const text = bytes.toString("utf8");
        // Only what would parse at all gets as far as being walked through.
        if (text.includes("[[[[")) depthOf(JSON.parse(text));
        return parts.bodyReader.parse(bytes);
      },
    },
  }),
});
