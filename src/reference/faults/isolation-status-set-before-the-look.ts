import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Sets the status of an application before it looks whose that is",
  breaks: "isolation/another-merchants-application",
  wrap: (parts) =>
    replaceOperation(parts, "setApplicationStatus", async (call, next) => {
      const application = parts.applications.find(call.params["applicationId"] ?? "");
      const { isEnabled } = parts.validate.setApplicationStatus(call.body);
      if (application !== undefined) application.isEnabled = isEnabled;
      return next(call);
    }),
});
