import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a status change without a body for a wish to disable",
  breaks: "request-format/rejects-empty-body",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      read: (incoming, rule) => {
        const isEmpty = incoming.rawBody?.toString("utf8").trim() === "";
        if (isEmpty && incoming.target.endsWith("/status")) return { isEnabled: false };
        return parts.bodyReader.read(incoming, rule);
      },
    },
  }),
});
