import { created } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Issues keys for applications that do not exist",
  breaks: "api-keys/unknown-application",
  wrap: (parts) =>
    replaceOperation(parts, "createApiKey", async (call, next) => {
      const id = parts.validate.id(call.params["applicationId"], "applicationId");
      if (parts.applications.find(id) !== undefined) return next(call);
      const { description } = parts.validate.createApiKey(call.body);
      return created(parts.views.issuedKey(parts.keyRing.issue(id, description)));
    }),
});
