import { defineFault } from "../fault.ts";

const like = (pattern: string): RegExp => {
  const escaped = pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll("%", ".*").replaceAll("_", ".")}$`, "i");
};

export const fault = defineFault({
  title: "Looks an e-mail address up with LIKE, without escaping it",
  breaks: "authentication/rejects-unknown-email",
  wrap: (parts) => ({
    ...parts,
    merchants: {
      ...parts.merchants,
      of: (email) => [...parts.merchants.all()].filter((merchant) => like(email).test(merchant.email)),
    },
  }),
});
