import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Rotates a provider's credential on all applications",
  breaks: "providers/is-per-application",
  wrap: (parts) =>
    replaceOperation(parts, "rotateProviderKey", async (call, next) => {
      const answer = await next(call);
      const changed = parts.access.provider(call);
      for (const provider of parts.providers.all())
        if (provider.name === changed.name) provider.apiKey = changed.apiKey;
      return answer;
    }),
});
