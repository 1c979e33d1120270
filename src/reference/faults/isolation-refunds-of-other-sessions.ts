import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists with a session the refunds of its whole application",
  breaks: "isolation/lists-hold-own-only",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      session: (session) => {
        const all = parts.sessions.of(session.applicationId).flatMap(({ refunds }) => refunds);
        return { ...parts.views.session(session), refunds: all.map(parts.views.listedRefund) };
      },
    },
  }),
});
