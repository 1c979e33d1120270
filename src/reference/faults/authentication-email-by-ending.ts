import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Finds the merchant whose address the given one ends in",
  breaks: "authentication/rejects-unknown-email",
  wrap: (parts) => ({
    ...parts,
    merchants: {
      ...parts.merchants,
      of: (email) => [...parts.merchants.all()].filter((merchant) => email.endsWith(merchant.email)),
    },
  }),
});
