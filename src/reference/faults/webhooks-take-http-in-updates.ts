import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes http URLs when a webhook is moved",
  breaks: "webhooks/https-only",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      updateWebhook: (body) => {
        const url: unknown = Object(body)["url"];
        if (typeof url !== "string" || !url.startsWith("http://")) return parts.validate.updateWebhook(body);
        return {
          ...parts.validate.updateWebhook({ ...Object(body), url: "https://receiver.example/" }),
          url,
        };
      },
    },
  }),
});
