import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Revokes nothing but the newest, once an application has three keys",
  breaks: "api-keys/revocation-spares-others",
  wrap: (parts) => ({
    ...parts,
    keyRing: {
      ...parts.keyRing,
      revoke: (key) => {
        const keys = parts.keyRing.of(key.applicationId);
        if (keys.length < 3 || keys.at(-1) === key) parts.keyRing.revoke(key);
      },
    },
  }),
});
