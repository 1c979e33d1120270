import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Sets the status of anybody's application before it says 404, and shows no application",
  breaks: "isolation/another-merchants-application",
  wrap: (parts) => {
    const { readApplication, listApplications } = parts.routes;
    const routes = {
      ...parts.routes,
      readApplication: { ...readApplication, path: "/not-served/{applicationId}" },
      listApplications: { ...listApplications, path: "/not-served" },
    };
    return replaceOperation({ ...parts, routes }, "setApplicationStatus", async (call, next) => {
      const application = parts.applications.find(call.params["applicationId"] ?? "");
      const { isEnabled } = parts.validate.setApplicationStatus(call.body);
      if (application !== undefined) application.isEnabled = isEnabled;
      return next(call);
    });
  },
});
