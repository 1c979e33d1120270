import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a revocation for a rotation: the key issued just before goes as well",
  breaks: "api-keys/revocation-spares-others",
  wrap: (parts) => ({
    ...parts,
    keyRing: {
      ...parts.keyRing,
      revoke: (key) => {
        const keys = parts.keyRing.of(key.applicationId);
        const before = keys[keys.indexOf(key) - 1];
        parts.keyRing.revoke(key);
        if (before !== undefined) parts.keyRing.revoke(before);
      },
    },
  }),
});
