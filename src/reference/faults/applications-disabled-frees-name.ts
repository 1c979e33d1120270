import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives the name of a disabled application away",
  breaks: "applications/duplicate-of-disabled",
  wrap: (parts) => ({
    ...parts,
    names: {
      ...parts.names,
      isApplicationTaken: (merchantId, name) =>
        parts.applications.of(merchantId).some((one) => one.isEnabled && one.name === name),
    },
  }),
});
