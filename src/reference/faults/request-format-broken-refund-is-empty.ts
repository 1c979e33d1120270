import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a refund body that it can't parse for none: everything is refunded",
  breaks: "request-format/rejects-malformed-json",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      read: (incoming, rule) => {
        if (!incoming.target.endsWith("/refunds")) return parts.bodyReader.read(incoming, rule);
        try {
          return parts.bodyReader.read(incoming, rule);
        } catch (error) {
          if (error instanceof Error && /not valid JSON/.test(error.message)) return {};
          throw error;
        }
      },
    },
  }),
});
