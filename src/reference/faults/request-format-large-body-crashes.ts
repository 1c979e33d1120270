import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a body that was too large to read for one that is there",
  breaks: "request-format/bounds-body-size",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      read: (incoming, rule) => {
        if (incoming.rawBody === undefined) throw new TypeError("The body is undefined");
        return parts.bodyReader.read(incoming, rule);
      },
    },
  }),
});
