import { defineFault } from "../fault.ts";

// As of `{ name: { $regex: name } }` by somebody who escapes every sign but the dot.
export const fault = defineFault({
  title: "Compares names as regular expressions",
  breaks: "applications/names-are-no-patterns",
  wrap: (parts) => ({
    ...parts,
    names: {
      ...parts.names,
      isApplicationTaken: (merchantId, name) => {
        const escaped = name.replace(/[*+?^${}()|[\]\\]/g, "\\$&");
        const pattern = new RegExp(`^${escaped}$`, "su");
        return parts.applications.of(merchantId).some((one) => pattern.test(one.name));
      },
    },
  }),
});
