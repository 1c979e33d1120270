import { defineFault } from "../fault.ts";

// Phones begin what is typed with a capital; somebody wanted to spare people the error.
export const fault = defineFault({
  title: "Takes a password whose first letter is in the other case",
  breaks: "authentication/rejects-wrong-password",
  wrap: (parts) => ({
    ...parts,
    passwords: {
      ...parts.passwords,
      matches: async (password, hash) =>
        (await parts.passwords.matches(password, hash)) ||
        (await parts.passwords.matches(password.charAt(0).toLowerCase() + password.slice(1), hash)),
    },
  }),
});
