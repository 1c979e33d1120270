import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Revokes all keys of the application that have the description of the one that was named",
  breaks: "api-keys/revocation-spares-others",
  wrap: (parts) => ({
    ...parts,
    keyRing: {
      ...parts.keyRing,
      revoke: (key) => {
        for (const other of parts.keyRing.of(key.applicationId))
          if (other.description === key.description) parts.keyRing.revoke(other);
      },
    },
  }),
});
