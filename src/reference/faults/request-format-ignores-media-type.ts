import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Parses JSON whatever the Content-Type says",
  breaks: "request-format/rejects-other-media-types",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      checkMediaType: (incoming) => {
        if (incoming.headers.get("content-type") === undefined) parts.bodyReader.checkMediaType(incoming);
      },
    },
  }),
});
