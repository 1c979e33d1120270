import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes any password for a known e-mail address",
  breaks: "authentication/rejects-wrong-password",
  wrap: (parts) => ({
    ...parts,
    passwords: { ...parts.passwords, matches: async (_, hash) => hash !== undefined },
  }),
});
