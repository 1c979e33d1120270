import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts the bytes of a text against its limit",
  breaks: "applications/counts-characters",
  wrap: (parts) => ({ ...parts, measure: (text) => Buffer.byteLength(text) }),
});
