import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Forgets a provider that is deactivated twice",
  breaks: "providers/deactivates",
  wrap: (parts) =>
    replaceOperation(parts, "deactivateProvider", async (call, next) => {
      const provider = parts.access.provider(call);
      const wasActive = provider.isActive;
      const answer = await next(call);
      if (!wasActive) parts.providers.remove(provider.id);
      return answer;
    }),
});
