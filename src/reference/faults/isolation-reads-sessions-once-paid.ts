import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks at who owns a session as long as it is PENDING only",
  breaks: "isolation/another-applications-session",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      session: (call) => {
        const session =
          call.operation === "readSession" ? parts.sessions.find(call.params["sessionId"] ?? "") : undefined;
        return session !== undefined && session.status !== "PENDING" ? session : parts.access.session(call);
      },
    },
  }),
});
