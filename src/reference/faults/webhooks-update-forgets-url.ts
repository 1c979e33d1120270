import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Forgets the new address when the status comes with it",
  breaks: "webhooks/updates-url-and-status",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      updateWebhook: (body) => {
        const { isActive, ...rest } = parts.validate.updateWebhook(body);
        return isActive === undefined ? rest : { isActive };
      },
    },
  }),
});
