import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists every webhook as active",
  breaks: "webhooks/lists",
  wrap: (parts) =>
    changeBody(parts, "listWebhooks", ({ items, ...page }) => ({
      ...page,
      items: (items as readonly object[]).map((item) => ({ ...item, isActive: true })),
    })),
});
