import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks for the members of a login by their plain spelling",
  breaks: "request-format/accepts-any-spelling",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      read: (incoming, rule) => {
        const body = parts.bodyReader.read(incoming, rule);
        if (!incoming.target.endsWith("/auth/login")) return body;
        return incoming.rawBody?.includes('"email"') === true ? body : {};
      },
    },
  }),
});
