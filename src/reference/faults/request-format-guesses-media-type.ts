import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a body without a media type for JSON",
  breaks: "request-format/rejects-missing-content-type",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      checkMediaType: (incoming) => {
        if (incoming.headers.get("content-type") !== undefined) parts.bodyReader.checkMediaType(incoming);
      },
    },
  }),
});
