import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Shows the last 8 characters of an inactive provider's credential",
  breaks: "providers/masks-credential",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      provider: (provider) => {
        const { apiKey } = provider;
        const shown = parts.views.provider(provider);
        return provider.isActive
          ? shown
          : { ...shown, keyFingerprint: `${apiKey.slice(0, 8)}********${apiKey.slice(-8)}` };
      },
    },
  }),
});
