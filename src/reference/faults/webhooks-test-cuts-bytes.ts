import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Cuts the receiver's answer at 1024 bytes",
  breaks: "webhooks/test-counts-characters",
  wrap: (parts) => ({
    ...parts,
    sender: { ...parts.sender, shorten: (text) => Buffer.from(text).subarray(0, 1024).toString() },
  }),
});
