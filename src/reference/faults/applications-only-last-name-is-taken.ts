import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Compares a new name with that of the latest application only",
  breaks: "applications/duplicate-name",
  wrap: (parts) => ({
    ...parts,
    names: {
      ...parts.names,
      isApplicationTaken: (merchantId, name) => parts.applications.of(merchantId).at(-1)?.name === name,
    },
  }),
});
