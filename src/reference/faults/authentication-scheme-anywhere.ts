import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks for the word Bearer anywhere in the header, and for a token behind it",
  breaks: "authentication/rejects-malformed-authorization",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      bearer: (headers) => /bearer[ :]*([\w.~+/-]+=*)$/i.exec(headers.get("authorization") ?? "")?.[1],
    },
  }),
});
