import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Deactivates a provider on all applications that took no payment yet",
  breaks: "providers/is-per-application",
  wrap: (parts) =>
    replaceOperation(parts, "deactivateProvider", async (call, next) => {
      const answer = await next(call);
      const changed = parts.access.provider(call);
      for (const provider of parts.providers.all())
        if (provider.name === changed.name && parts.sessions.of(provider.applicationId).length === 0)
          provider.isActive = changed.isActive;
      return answer;
    }),
});
