import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses to deactivate a provider that is inactive",
  breaks: "providers/deactivates",
  wrap: (parts) =>
    replaceOperation(parts, "deactivateProvider", async (call, next) => {
      if (!parts.access.provider(call).isActive) throw new Refusal(409, "The provider is inactive already");
      return next(call);
    }),
});
