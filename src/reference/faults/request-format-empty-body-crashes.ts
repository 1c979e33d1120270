import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Stumbles over a body that is not there",
  breaks: "request-format/rejects-empty-body",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      read: (incoming, rule) => {
        if (rule === "required" && incoming.rawBody?.length === 0)
          throw new TypeError("Cannot read properties of undefined");
        return parts.bodyReader.read(incoming, rule);
      },
    },
  }),
});
