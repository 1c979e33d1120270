import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the providers of any application whose id it is given",
  breaks: "isolation/another-merchants-providers",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const id = call.params["applicationId"]?.toLowerCase() ?? "";
        const any = call.operation === "listProviders" ? parts.applications.find(id) : undefined;
        return any ?? parts.access.application(call);
      },
    },
  }),
});
