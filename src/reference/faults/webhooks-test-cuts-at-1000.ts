import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Cuts the receiver's answer at 1000 characters",
  breaks: "webhooks/test-truncates-body",
  wrap: (parts) => ({
    ...parts,
    sender: { ...parts.sender, shorten: (text) => text.slice(0, 1000) },
  }),
});
