import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Compares only what stands before the @ of an e-mail address",
  breaks: "authentication/rejects-unknown-email",
  wrap: (parts) => ({
    ...parts,
    merchants: {
      ...parts.merchants,
      of: (email) =>
        [...parts.merchants.all()].filter((merchant) => email.split("@")[0] === merchant.email.split("@")[0]),
    },
  }),
});
