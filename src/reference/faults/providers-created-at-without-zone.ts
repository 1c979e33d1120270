import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells when a provider was linked without saying in which time zone",
  breaks: "providers/answers-match-schema",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      provider: (provider) => ({
        ...parts.views.provider(provider),
        createdAt: parts.views.instant(provider.createdAt).replace("Z", ""),
      }),
    },
  }),
});
