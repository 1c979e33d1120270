import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a provider's credential be rotated once, and ignores it later",
  breaks: "providers/rotates-key",
  wrap: (parts) => {
    const rotated = new Set<string>();
    return replaceOperation(parts, "rotateProviderKey", async (call, next) => {
      const provider = parts.access.provider(call);
      if (rotated.has(provider.id)) return { status: 200, body: {} };
      rotated.add(provider.id);
      return next(call);
    });
  },
});
