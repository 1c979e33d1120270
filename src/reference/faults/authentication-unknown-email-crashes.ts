import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes where nobody has the e-mail address",
  breaks: "authentication/rejects-unknown-email",
  wrap: (parts) => ({
    ...parts,
    passwords: {
      ...parts.passwords,
      matches: async (password, hash) => {
        if (hash === undefined) throw new TypeError("Cannot read properties of undefined");
        return parts.passwords.matches(password, hash);
      },
    },
  }),
});
