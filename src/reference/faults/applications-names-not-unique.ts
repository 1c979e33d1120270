import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Creates as many applications of one name as are asked for",
  breaks: "applications/duplicate-name",
  wrap: (parts) => ({ ...parts, names: { ...parts.names, isApplicationTaken: () => false } }),
});
