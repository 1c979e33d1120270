import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Logs in whose e-mail address is known with the password of any merchant",
  breaks: "authentication/rejects-password-of-another",
  wrap: (parts) => {
    const hashes: string[] = [];
    return {
      ...parts,
      passwords: {
        hash: async (password) => {
          const hash = await parts.passwords.hash(password);
          hashes.push(hash);
          return hash;
        },
        matches: async (password, hash) => {
          if (hash === undefined) return false;
          return (await Promise.all(hashes.map((one) => parts.passwords.matches(password, one)))).includes(
            true,
          );
        },
      },
    };
  },
});
