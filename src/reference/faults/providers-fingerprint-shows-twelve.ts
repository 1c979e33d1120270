import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Shows the first 12 characters of a credential",
  breaks: "providers/masks-credential",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      provider: (provider) => {
        const { apiKey } = provider;
        const shown = parts.views.provider(provider);
        return { ...shown, keyFingerprint: `${apiKey.slice(0, 12)}********${apiKey.slice(-4)}` };
      },
    },
  }),
});
