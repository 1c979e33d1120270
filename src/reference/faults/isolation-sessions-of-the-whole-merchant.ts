import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Shows a session to every application of its merchant",
  breaks: "isolation/another-applications-session",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      session: (call) => {
        const caller = parts.applications.find(parts.access.applicationId(call));
        const session =
          call.operation === "readSession" ? parts.sessions.find(call.params["sessionId"] ?? "") : undefined;
        const owner = parts.applications.find(session?.applicationId ?? "");
        return session !== undefined && owner?.merchantId === caller?.merchantId
          ? parts.sessionStates.refresh(session)
          : parts.access.session(call);
      },
    },
  }),
});
