import { gunzipSync } from "node:zlib";
import { defineFault } from "../fault.ts";

const memory = 64 * 1024 * 1024;

export const fault = defineFault({
  title: "Unpacks whatever comes, until the memory ends",
  breaks: "request-format/survives-compressed-bodies",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      read: (incoming, rule) => {
        const isPacked = incoming.headers.get("content-encoding") === "gzip";
        const bytes = incoming.rawBody;
        // The last four bytes tell the length that the packed bytes will have.
        if (
          isPacked &&
          bytes !== undefined &&
          bytes.length > 20 &&
          bytes.readUInt32LE(bytes.length - 4) < 2 ** 30
        )
          gunzipSync(bytes, { maxOutputLength: memory });
        return parts.bodyReader.read(incoming, rule);
      },
    },
  }),
});
