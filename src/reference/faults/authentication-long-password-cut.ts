import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Cuts a password of more than 32 characters to what it stored",
  breaks: "authentication/enforces-password-length",
  wrap: (parts) => {
    const lengths = new Map<string | undefined, number>();
    const cut = (password: string, hash: string | undefined): string =>
      password.length > 32 ? password.slice(0, lengths.get(hash)) : password;
    return {
      ...parts,
      limits: { ...parts.limits, passwordMost: Number.POSITIVE_INFINITY },
      passwords: {
        hash: async (password) => {
          const hash = await parts.passwords.hash(password);
          lengths.set(hash, password.length);
          return hash;
        },
        matches: (password, hash) => parts.passwords.matches(cut(password, hash), hash),
      },
    };
  },
});
