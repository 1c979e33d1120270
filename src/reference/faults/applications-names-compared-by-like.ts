import { defineFault } from "../fault.ts";

// As of `WHERE name LIKE ?`: the signs of a pattern are not escaped.
export const fault = defineFault({
  title: "Compares names as patterns of SQL",
  breaks: "applications/names-are-no-patterns",
  wrap: (parts) => ({
    ...parts,
    names: {
      ...parts.names,
      isApplicationTaken: (merchantId, name) => {
        const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        const like = new RegExp(`^${escaped.replaceAll("_", ".").replaceAll("%", ".*")}$`, "su");
        return parts.applications.of(merchantId).some((one) => like.test(one.name));
      },
    },
  }),
});
