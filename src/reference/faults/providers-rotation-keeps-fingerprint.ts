import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Shows the fingerprint of the credential that a provider was linked with",
  breaks: "providers/rotates-key",
  wrap: (parts) => {
    const first = new Map<string, string>();
    return {
      ...parts,
      views: {
        ...parts.views,
        provider: (provider) => {
          const shown = parts.views.provider(provider);
          const keyFingerprint = first.get(provider.id) ?? String(shown["keyFingerprint"]);
          first.set(provider.id, keyFingerprint);
          return { ...shown, keyFingerprint };
        },
      },
    };
  },
});
