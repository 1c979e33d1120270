import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs nothing",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => ({ ...parts, signer: { ...parts.signer, headers: () => ({}) } }),
});
