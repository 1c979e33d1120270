import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Compares passwords without regard to case",
  breaks: "authentication/rejects-wrong-password",
  wrap: (parts) => ({
    ...parts,
    passwords: {
      ...parts.passwords,
      hash: (password) => parts.passwords.hash(password.toLowerCase()),
      matches: (password, hash) => parts.passwords.matches(password.toLowerCase(), hash),
    },
  }),
});
