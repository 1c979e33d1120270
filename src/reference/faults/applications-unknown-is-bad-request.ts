import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 400 when an API key is asked for an application that does not exist",
  breaks: "applications/unknown-id",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const isKnown = parts.applications.find(call.params["applicationId"] ?? "") !== undefined;
        if (call.operation === "createApiKey" && !isKnown)
          throw new Refusal(400, "The application is invalid");
        return parts.access.application(call);
      },
    },
  }),
});
