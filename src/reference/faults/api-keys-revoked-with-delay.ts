import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Writes a revocation down a moment after it was answered",
  breaks: "api-keys/revocation-is-immediate",
  wrap: (parts) => ({
    ...parts,
    keyRing: { ...parts.keyRing, revoke: (key) => void setTimeout(() => parts.keyRing.revoke(key), 200) },
  }),
});
