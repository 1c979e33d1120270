import { defineFault } from "../fault.ts";

// The check and the write are two statements, and the check reads a snapshot.
export const fault = defineFault({
  title: "Does not see a name that was taken a moment ago",
  breaks: "applications/duplicate-race",
  wrap: (parts) => ({
    ...parts,
    names: {
      ...parts.names,
      isApplicationTaken: (merchantId, name) => {
        const snapshot = parts.clock.now() - 3;
        return parts.applications.of(merchantId).some((one) => one.name === name && one.createdAt < snapshot);
      },
    },
  }),
});
