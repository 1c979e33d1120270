import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets any application refund a session that was refunded before",
  breaks: "isolation/another-applications-session",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      session: (call) => {
        const session =
          call.operation === "createRefund" ? parts.sessions.find(call.params["sessionId"] ?? "") : undefined;
        return session !== undefined && session.refunds.length > 0 ? session : parts.access.session(call);
      },
    },
  }),
});
