import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Takes API keys behind the usual spelling of the scheme only",
  breaks: "authentication/scheme-is-case-insensitive",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      application: async (call) => {
        if (call.headers.get("authorization")?.startsWith("Bearer ") === true)
          return parts.authenticator.application(call);
        throw new Refusal(401, "The credentials are missing or invalid");
      },
    },
  }),
});
