import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Says of a foreign session that it belongs to another application",
  breaks: "isolation/no-existence-oracle",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      session: (call) => {
        const { applicationId } = parts.sessions.find(call.params["sessionId"] ?? "") ?? {};
        if (applicationId !== undefined && applicationId !== parts.access.applicationId(call))
          throw new Refusal(404, "No such session in this application");
        return parts.access.session(call);
      },
    },
  }),
});
