import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets the third application of a merchant see the sessions of the first",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      session: (call) => {
        const own = parts.applications.find(parts.access.applicationId(call));
        const session = parts.sessions.find(call.params["sessionId"] ?? "");
        const owner = parts.applications.find(session?.applicationId ?? "");
        const siblings = parts.applications.of(own?.merchantId ?? "").filter(({ id }) => id !== own?.id);
        const isLater = owner !== undefined && own !== undefined && owner.createdAt < own.createdAt;
        const isShared = isLater && siblings.length > 1 && siblings.includes(owner);
        return session !== undefined && isShared ? session : parts.access.session(call);
      },
    },
  }),
});
