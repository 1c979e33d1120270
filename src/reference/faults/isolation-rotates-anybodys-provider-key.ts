import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Rotates the provider key of any application whose id it is given",
  breaks: "isolation/another-merchants-providers",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const id = call.params["applicationId"]?.toLowerCase() ?? "";
        const any = call.operation === "rotateProviderKey" ? parts.applications.find(id) : undefined;
        return any ?? parts.access.application(call);
      },
    },
  }),
});
