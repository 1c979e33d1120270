import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Strikes the word Bearer out of the header and takes what is left",
  breaks: "authentication/rejects-malformed-authorization",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      bearer: (headers) => headers.get("authorization")?.replace("Bearer", "").trim(),
    },
  }),
});
