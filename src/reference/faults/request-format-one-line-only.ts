import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reads the first line of a body only",
  breaks: "request-format/accepts-any-spelling",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      parse: (bytes) => {
        const end = bytes.indexOf("\r\n");
        return parts.bodyReader.parse(end === -1 ? bytes : bytes.subarray(0, end));
      },
    },
  }),
});
