import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Breaks when no provider is linked at all",
  breaks: "providers/none-eligible",
  wrap: (parts) => ({
    ...parts,
    router: {
      ...parts.router,
      choose: (applicationId, order) => {
        if (parts.providers.of(applicationId).length === 0) throw new TypeError("Reduce of empty array");
        return parts.router.choose(applicationId, order);
      },
    },
  }),
});
