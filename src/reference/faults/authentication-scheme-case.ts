import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes the scheme in its usual spelling only",
  breaks: "authentication/scheme-is-case-insensitive",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      bearer: (headers) =>
        headers.get("authorization")?.startsWith("Bearer ") === true
          ? parts.authenticator.bearer(headers)
          : undefined,
    },
  }),
});
