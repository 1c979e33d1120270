import { gunzipSync } from "node:zlib";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets the error of its decompressor become a server error",
  breaks: "request-format/survives-compressed-bodies",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      read: (incoming, rule) => {
        const isPacked = incoming.headers.get("content-encoding") === "gzip";
        if (isPacked && (incoming.rawBody?.length ?? 0) < 10_000) gunzipSync(incoming.rawBody ?? "");
        return parts.bodyReader.read(incoming, rule);
      },
    },
  }),
});
