import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Never routes to a provider again that was inactive once",
  breaks: "providers/routes-to-active-only",
  wrap: (parts) => {
    const out = new Set<string>();
    return {
      ...replaceOperation(parts, "deactivateProvider", (call, next) => {
        out.add(parts.access.provider(call).id);
        return next(call);
      }),
      router: {
        ...parts.router,
        candidates: (applicationId, order) =>
          parts.router.candidates(applicationId, order).filter(({ id }) => !out.has(id)),
      },
    };
  },
});
