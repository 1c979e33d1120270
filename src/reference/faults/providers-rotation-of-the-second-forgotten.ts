import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title:
    "Answers the rotation of a credential well, and carries it out for the provider only that was linked first",
  breaks: "providers/rotates-key",
  wrap: (parts) =>
    replaceOperation(parts, "rotateProviderKey", async (call, next) => {
      const provider = parts.access.provider(call);
      const [first] = parts.providers.of(provider.applicationId);
      return provider.id === first?.id ? next(call) : { status: 200, body: {} };
    }),
});
