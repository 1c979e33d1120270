import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Escapes a webhook's address for pages, in JSON",
  breaks: "webhooks/keeps-address",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      webhook: (webhook) => parts.views.webhook({ ...webhook, url: parts.checkoutPage.escape(webhook.url) }),
    },
  }),
});
