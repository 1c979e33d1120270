import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a text one character too long where its last one is beyond the basic plane",
  breaks: "validation/invalid-is-refused",
  wrap: (parts) => ({
    ...parts,
    measure: (text) => parts.measure(text.replace(/[\u{10000}-\u{10ffff}]$/u, "")),
  }),
});
