import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Ends the receiver's answer in dots where it was cut",
  breaks: "webhooks/test-truncates-body",
  wrap: (parts) => ({
    ...parts,
    sender: { ...parts.sender, shorten: (text) => (text.length > 1024 ? `${text.slice(0, 1021)}...` : text) },
  }),
});
