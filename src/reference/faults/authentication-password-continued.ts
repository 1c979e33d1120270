import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Compares only as many characters as the right password has",
  breaks: "authentication/rejects-wrong-password",
  wrap: (parts) => {
    const lengths = new Map<string | undefined, number>();
    return {
      ...parts,
      passwords: {
        hash: async (password) => {
          const hash = await parts.passwords.hash(password);
          lengths.set(hash, password.length);
          return hash;
        },
        matches: (password, hash) => parts.passwords.matches(password.slice(0, lengths.get(hash)), hash),
      },
    };
  },
});
