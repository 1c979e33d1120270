import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Trims the password of a login",
  breaks: "authentication/blanks-are-part-of-a-password",
  wrap: (parts) => ({
    ...parts,
    passwords: {
      ...parts.passwords,
      matches: (password, hash) => parts.passwords.matches(password.trim(), hash),
    },
  }),
});
