import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves the refunds that failed out of the list of a session",
  breaks: "refunds/failed-stays-listed",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      session: (session) =>
        parts.views.session({
          ...session,
          refunds: session.refunds.filter(({ status }) => status !== "FAILED"),
        }),
    },
  }),
});
