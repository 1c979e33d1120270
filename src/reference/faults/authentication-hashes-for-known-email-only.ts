import { setTimeout as sleep } from "node:timers/promises";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Spends the time of a password hash only where the e-mail address is known",
  breaks: "authentication/hides-which-part-was-wrong",
  wrap: (parts) => ({
    ...parts,
    passwords: {
      ...parts.passwords,
      matches: async (password, hash) => {
        if (hash === undefined) return false;
        await sleep(40);
        return parts.passwords.matches(password, hash);
      },
    },
  }),
});
