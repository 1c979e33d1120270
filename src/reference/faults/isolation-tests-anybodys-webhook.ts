import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tests any webhook whose id it is given",
  breaks: "isolation/another-merchants-webhooks",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const id = call.params["applicationId"]?.toLowerCase() ?? "";
        const any = call.operation === "testWebhook" ? parts.applications.find(id) : undefined;
        return any ?? parts.access.application(call);
      },
    },
  }),
});
