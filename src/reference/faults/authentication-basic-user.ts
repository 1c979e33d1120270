import { defineFault } from "../fault.ts";

const basicUser = (value = ""): string | undefined => {
  const encoded = /^Basic (\S+)$/.exec(value)?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString().split(":")[0];
};

export const fault = defineFault({
  title: "Takes a token as the user of Basic authentication too",
  breaks: "authentication/rejects-malformed-authorization",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      bearer: (headers) => parts.authenticator.bearer(headers) ?? basicUser(headers.get("authorization")),
    },
  }),
});
