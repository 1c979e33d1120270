import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves the mask out of a fingerprint",
  breaks: "providers/masks-credential",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      provider: (provider) => {
        const { apiKey } = provider;
        const shown = parts.views.provider(provider);
        return { ...shown, keyFingerprint: apiKey.slice(0, 8) + apiKey.slice(-4) };
      },
    },
  }),
});
