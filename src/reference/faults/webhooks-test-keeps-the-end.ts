import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps the end of the receiver's answer",
  breaks: "webhooks/test-truncates-body",
  wrap: (parts) => ({
    ...parts,
    sender: { ...parts.sender, shorten: (text) => text.slice(-1024) },
  }),
});
