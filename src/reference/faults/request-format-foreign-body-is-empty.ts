import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not read what is no JSON, and goes on with nothing: a refund becomes a full one",
  breaks: "request-format/rejects-other-media-types",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      read: (incoming, rule) => {
        const isJson = /^application\/json/i.test(incoming.headers.get("content-type") ?? "");
        return isJson || rule !== "optional" ? parts.bodyReader.read(incoming, rule) : {};
      },
    },
  }),
});
