import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes forms as well as JSON",
  breaks: "request-format/rejects-other-media-types",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      read: (incoming, rule) => {
        const isForm = incoming.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
        if (isForm !== true || incoming.rawBody === undefined) return parts.bodyReader.read(incoming, rule);
        return Object.fromEntries(new URLSearchParams(incoming.rawBody.toString("utf8")));
      },
    },
  }),
});
