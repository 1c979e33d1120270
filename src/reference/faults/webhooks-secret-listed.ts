import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists webhooks with their signing secrets",
  breaks: "webhooks/shows-secret-once",
  wrap: (parts) =>
    changeBody(parts, "listWebhooks", ({ items, ...page }) => ({
      ...page,
      items: (items as readonly { readonly id: string }[]).map((item) => ({
        ...item,
        signingSecret: parts.webhooks.find(item.id)?.signingSecret,
      })),
    })),
});
