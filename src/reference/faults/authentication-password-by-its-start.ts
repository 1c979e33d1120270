import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes the start of a password for the whole of it",
  breaks: "authentication/enforces-password-length",
  wrap: (parts) => {
    const plain = new Map<string | undefined, string>();
    return {
      ...parts,
      limits: { ...parts.limits, passwordLeast: 1 },
      passwords: {
        hash: async (password) => {
          const hash = await parts.passwords.hash(password);
          plain.set(hash, password);
          return hash;
        },
        matches: async (password, hash) => plain.get(hash)?.startsWith(password) ?? false,
      },
    };
  },
});
