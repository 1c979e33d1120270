import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reads bodies of any size",
  breaks: "request-format/bounds-body-size",
  wrap: (parts) => ({ ...parts, limits: { ...parts.limits, bodyBytes: 1024 ** 3 } }),
});
