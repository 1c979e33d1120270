import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a JWT from the URL",
  breaks: "authentication/ignores-token-in-query",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      merchant: (call) => {
        const token = call.query.get("access_token");
        if (token === null) return parts.authenticator.merchant(call);
        const get = () => `Bearer ${token}`;
        return parts.authenticator.merchant({ ...call, headers: { get, all: () => [get()] } });
      },
    },
  }),
});
