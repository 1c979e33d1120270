import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes anything for a status and makes it true or false",
  breaks: "webhooks/status-is-boolean",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      updateWebhook: (body) => {
        const { isActive, ...rest } = Object(body) as Record<string, unknown>;
        if (isActive === undefined) return parts.validate.updateWebhook(body);
        return { ...parts.validate.updateWebhook(rest), isActive: Boolean(isActive) };
      },
    },
  }),
});
