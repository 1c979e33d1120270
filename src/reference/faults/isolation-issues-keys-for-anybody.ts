import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Issues API keys for any application whose id it is given",
  breaks: "isolation/another-merchants-api-keys",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const id = call.params["applicationId"]?.toLowerCase() ?? "";
        const any = call.operation === "createApiKey" ? parts.applications.find(id) : undefined;
        return any ?? parts.access.application(call);
      },
    },
  }),
});
