import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the credentials that a provider had before",
  breaks: "providers/never-returns-credential",
  wrap: (parts) => {
    const former = new Map<string, string[]>();
    return {
      ...replaceOperation(parts, "rotateProviderKey", (call, next) => {
        const provider = parts.access.provider(call);
        former.set(provider.id, [...(former.get(provider.id) ?? []), provider.apiKey]);
        return next(call);
      }),
      views: {
        ...parts.views,
        provider: (provider) => {
          const keys = former.get(provider.id);
          return { ...parts.views.provider(provider), ...(keys === undefined ? {} : { history: { keys } }) };
        },
      },
    };
  },
});
