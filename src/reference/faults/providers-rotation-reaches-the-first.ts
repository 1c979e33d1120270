import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Rotates the credential of the provider that was linked first along with another's",
  breaks: "providers/rotates-key",
  wrap: (parts) =>
    replaceOperation(parts, "rotateProviderKey", async (call, next) => {
      const answer = await next(call);
      const provider = parts.access.provider(call);
      const [first] = parts.providers.of(provider.applicationId);
      Object.assign(first ?? {}, { apiKey: provider.apiKey });
      return answer;
    }),
});
