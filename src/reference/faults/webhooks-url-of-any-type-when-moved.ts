import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Overlooks an address that is empty or no text when a webhook is moved",
  breaks: "webhooks/requires-url",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      updateWebhook: (body) => {
        const { url, ...others }: { url?: unknown } = Object(body);
        const isThere = typeof url === "string" && url !== "";
        return parts.validate.updateWebhook(isThere ? body : others);
      },
    },
  }),
});
