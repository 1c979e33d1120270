import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 403 for the keys of an application that does not exist",
  breaks: "api-keys/unknown-application",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const id = call.params["applicationId"] ?? "";
        const isAboutKeys = call.operation === "createApiKey" || call.operation === "revokeApiKey";
        if (isAboutKeys && /^[\da-f-]{36}$/i.test(id) && parts.applications.find(id) === undefined)
          throw new Refusal(403, "This is not your application");
        return parts.access.application(call);
      },
    },
  }),
});
