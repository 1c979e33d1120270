import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps no query of a webhook's address",
  breaks: "webhooks/keeps-address",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createWebhook: (body) => {
        const order = parts.validate.createWebhook(body);
        return { ...order, url: order.url.replace(/[?].*$/su, "") };
      },
    },
  }),
});
