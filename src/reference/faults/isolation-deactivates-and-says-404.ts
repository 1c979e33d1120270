import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Deactivates a provider before it looks whose that is",
  breaks: "isolation/another-merchants-providers",
  wrap: (parts) =>
    replaceOperation(parts, "deactivateProvider", async (call, next) => {
      const providers = parts.providers.of(call.params["applicationId"] ?? "");
      const provider = providers.find(({ name }) => name === call.params["providerName"]);
      if (provider !== undefined) provider.isActive = false;
      return next(call);
    }),
});
