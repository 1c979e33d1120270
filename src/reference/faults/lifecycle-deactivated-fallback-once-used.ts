import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Goes on routing to a deactivated provider that has had sessions when it is the only one",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) => ({
    ...parts,
    router: {
      ...parts.router,
      candidates: (applicationId, order) => {
        const able = parts.router.candidates(applicationId, order);
        if (able.length > 0) return able;
        const served = new Set(parts.sessions.of(applicationId).map(({ providerName }) => providerName));
        return parts.providers.of(applicationId).filter(({ name }) => served.has(name));
      },
    },
  }),
});
