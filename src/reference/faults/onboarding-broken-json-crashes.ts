import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a parser's error become a server error at the sign-up",
  breaks: "onboarding/rejects-malformed-json",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      read: (incoming, rule) => {
        if (incoming.target.includes("/signup") && incoming.rawBody !== undefined)
          JSON.parse(incoming.rawBody.toString("utf8"));
        return parts.bodyReader.read(incoming, rule);
      },
    },
  }),
});
