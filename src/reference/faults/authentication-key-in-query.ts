import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes an API key from the URL",
  breaks: "authentication/ignores-token-in-query",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      application: (call) => {
        const token = call.query.get("api_key");
        if (token === null) return parts.authenticator.application(call);
        const get = () => `Bearer ${token}`;
        return parts.authenticator.application({ ...call, headers: { get, all: () => [get()] } });
      },
    },
  }),
});
