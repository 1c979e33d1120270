import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Revokes every key of the application with one of them",
  breaks: "api-keys/revocation-spares-others",
  wrap: (parts) => ({
    ...parts,
    keyRing: {
      ...parts.keyRing,
      revoke: (key) => [...parts.keyRing.of(key.applicationId)].forEach(parts.keyRing.revoke),
    },
  }),
});
