import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Registers webhooks without an address",
  breaks: "webhooks/requires-url",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createWebhook: (body) =>
        parts.validate.createWebhook({ url: "https://receiver.example/", ...Object(body) }),
    },
  }),
});
