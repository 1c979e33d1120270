import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts characters beyond the basic plane as two",
  breaks: "applications/counts-characters",
  wrap: (parts) => ({ ...parts, measure: (text) => text.length }),
});
