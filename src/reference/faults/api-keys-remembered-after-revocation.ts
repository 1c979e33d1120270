import { defineFault } from "../fault.ts";
import type { Principal } from "../call.ts";

export const fault = defineFault({
  title: "Remembers for ten seconds whom a key belongs to",
  breaks: "api-keys/revocation-is-immediate",
  wrap: (parts) => {
    const known = new Map<string, { principal: Principal; until: number }>();
    return {
      ...parts,
      authenticator: {
        ...parts.authenticator,
        application: async (call) => {
          const token = parts.authenticator.bearer(call.headers) ?? "";
          const remembered = known.get(token);
          if (remembered !== undefined && remembered.until > Date.now()) return remembered.principal;
          const principal = await parts.authenticator.application(call);
          known.set(token, { principal, until: Date.now() + 10_000 });
          return principal;
        },
      },
    };
  },
});
