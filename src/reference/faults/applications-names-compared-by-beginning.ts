import { defineFault } from "../fault.ts";

// As of a unique index over the first 64 characters.
export const fault = defineFault({
  title: "Compares no more than the first 64 characters of names",
  breaks: "applications/like-names",
  wrap: (parts) => ({
    ...parts,
    names: {
      ...parts.names,
      isApplicationTaken: (merchantId, name) => {
        const start = name.slice(0, 64);
        return parts.applications.of(merchantId).some((one) => one.name.slice(0, 64) === start);
      },
    },
  }),
});
