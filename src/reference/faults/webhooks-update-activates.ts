import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Activates a webhook whenever it is moved",
  breaks: "webhooks/updates-url-and-status",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      updateWebhook: (body) => ({ isActive: true, ...parts.validate.updateWebhook(body) }),
    },
  }),
});
