import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

// The refusal is cached, and enabling does not clear the cache.
export const fault = defineFault({
  title: "Goes on refusing the keys of an application that was enabled again",
  breaks: "applications/disabled-application-refuses-payments",
  wrap: (parts) => {
    const refused = new Set<string>();
    return {
      ...parts,
      authenticator: {
        ...parts.authenticator,
        application: async (call) => {
          const token = parts.authenticator.bearer(call.headers) ?? "";
          if (refused.has(token)) throw new Refusal(403, "The application is disabled");
          try {
            return await parts.authenticator.application(call);
          } catch (error) {
            if (error instanceof Refusal && error.status === 403) refused.add(token);
            throw error;
          }
        },
      },
    };
  },
});
