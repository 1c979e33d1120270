import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a token without its scheme",
  breaks: "authentication/rejects-malformed-authorization",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      bearer: (headers) =>
        parts.authenticator.bearer(headers) ?? /^[\w.~+/-]+=*$/.exec(headers.get("authorization") ?? "")?.[0],
    },
  }),
});
