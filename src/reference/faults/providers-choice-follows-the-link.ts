import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Shows no provider on sessions whose provider became inactive",
  breaks: "providers/session-keeps-its-provider",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      session: (session) => {
        const linked = parts.providers.of(session.applicationId);
        const isActive = linked.some(({ name, isActive: active }) => active && name === session.providerName);
        return { ...parts.views.session(session), providerName: isActive ? session.providerName : null };
      },
    },
  }),
});
