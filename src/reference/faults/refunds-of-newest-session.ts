import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Refunds the newest session of the order reference",
  breaks: "refunds/leaves-other-sessions-alone",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      session: (call) => {
        const session = parts.access.session(call);
        if (call.operation !== "createRefund") return session;
        const alike = parts.sessions
          .of(session.applicationId)
          .filter(({ order }) => order.orderReference === session.order.orderReference);
        return alike.at(-1) ?? session;
      },
    },
  }),
});
