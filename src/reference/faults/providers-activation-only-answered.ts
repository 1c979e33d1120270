import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Answers that a provider is active, and leaves it inactive",
  breaks: "providers/activates",
  wrap: (parts) =>
    replaceOperation(parts, "activateProvider", async (call, next) => {
      const provider = parts.access.provider(call);
      const { isActive } = provider;
      const answer = await next(call);
      provider.isActive = isActive;
      return answer;
    }),
});
