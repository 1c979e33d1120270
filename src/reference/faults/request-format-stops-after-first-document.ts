import { defineFault } from "../fault.ts";

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** The shortest start of the body that is a document: what a decoder of streams would take. */
const firstDocument = (bytes: Buffer): Buffer => {
  const text = bytes.toString("utf8");
  for (let end = text.indexOf("}"); end !== -1; end = text.indexOf("}", end + 1))
    if (isJson(text.slice(0, end + 1))) return Buffer.from(text.slice(0, end + 1));
  return bytes;
};

export const fault = defineFault({
  title: "Does not look at what follows the first JSON document of a session request",
  breaks: "request-format/rejects-malformed-json",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      read: (incoming, rule) => {
        const { rawBody } = incoming;
        // Looking for the end again and again is no way to read a large body.
        const isSmall = rawBody !== undefined && rawBody.length < 10_000;
        return parts.bodyReader.read(
          isSmall && incoming.target.endsWith("/sessions")
            ? { ...incoming, rawBody: firstDocument(rawBody) }
            : incoming,
          rule,
        );
      },
    },
  }),
});
