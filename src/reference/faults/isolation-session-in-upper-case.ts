import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks the owner up by the id as it was sent, and lets pass what has none",
  breaks: "isolation/another-applications-session",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      session: (call) => {
        const id = call.params["sessionId"] ?? "";
        const session = parts.sessions.find(id.toLowerCase());
        const isSpelledOtherwise = session !== undefined && session.id !== id;
        return isSpelledOtherwise ? parts.sessionStates.refresh(session) : parts.access.session(call);
      },
    },
  }),
});
