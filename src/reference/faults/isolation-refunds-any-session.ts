import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks at who owns a session when it is read, but not when it is refunded",
  breaks: "isolation/another-applications-session",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      session: (call) => {
        const session =
          call.operation === "createRefund" ? parts.sessions.find(call.params["sessionId"] ?? "") : undefined;
        return session ?? parts.access.session(call);
      },
    },
  }),
});
