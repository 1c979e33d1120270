import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Compares only the first 16 characters of a password",
  breaks: "authentication/rejects-wrong-password",
  wrap: (parts) => ({
    ...parts,
    passwords: {
      ...parts.passwords,
      hash: (password) => parts.passwords.hash(password.slice(0, 16)),
      matches: (password, hash) => parts.passwords.matches(password.slice(0, 16), hash),
    },
  }),
});
