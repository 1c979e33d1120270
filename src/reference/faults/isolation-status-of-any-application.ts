import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Enables and disables any application whose id it is given",
  breaks: "isolation/another-merchants-application",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const id = call.params["applicationId"]?.toLowerCase() ?? "";
        const any = call.operation === "setApplicationStatus" ? parts.applications.find(id) : undefined;
        return any ?? parts.access.application(call);
      },
    },
  }),
});
