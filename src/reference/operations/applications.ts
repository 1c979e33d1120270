import { created, ok } from "../call.ts";
import type { Operations } from "../call.ts";
import type { Use } from "../parts.ts";
import type { Application } from "../records.ts";
import { Refusal } from "../refusal.ts";

type ApplicationOperations = Pick<
  Operations,
  "createApplication" | "listApplications" | "readApplication" | "setApplicationStatus"
>;

export const applicationOperations = (use: Use): ApplicationOperations => ({
  createApplication: async (call) => {
    const merchantId = use().access.merchantId(call);
    const { name, description = null } = use().validate.createApplication(call.body);
    if (use().names.isApplicationTaken(merchantId, name))
      throw new Refusal(409, "An application of this name already exists");
    const id = use().secrets.id();
    const createdAt = use().clock.now();
    const application: Application = { id, merchantId, name, description, isEnabled: true, createdAt };
    use().applications.add(application);
    return created(use().views.application(application));
  },

  listApplications: async (call) => {
    const applications = use().applications.of(use().access.merchantId(call));
    return ok(use().pager.page(call, applications, use().views.application));
  },

  readApplication: async (call) => ok(use().views.application(use().access.application(call))),

  setApplicationStatus: async (call) => {
    const application = use().access.application(call);
    const { isEnabled } = use().validate.setApplicationStatus(call.body);
    application.isEnabled = isEnabled;
    return ok(use().views.application(application));
  },
});
