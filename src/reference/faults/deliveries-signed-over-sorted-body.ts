import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs the body with its members sorted, and sends it as it was",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => ({
    ...parts,
    signer: {
      ...parts.signer,
      headers: (body, secret) => {
        const entries = Object.entries(JSON.parse(body) as object).toSorted(([a], [b]) => (a < b ? -1 : 1));
        return parts.signer.headers(JSON.stringify(Object.fromEntries(entries)), secret);
      },
    },
  }),
});
