import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Makes a pattern of the languages that a client accepts",
  breaks: "validation/never-5xx",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      authenticate: async (call, credential) => {
        const spoken = new RegExp(`^(${call.headers.get("accept-language") ?? "en"})$`);
        if (spoken.test("en") && credential === "none")
          return parts.authenticator.authenticate(call, credential);
        return parts.authenticator.authenticate(call, credential);
      },
    },
  }),
});
