import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists all webhooks of a page with the events of the first",
  breaks: "webhooks/lists",
  wrap: (parts) =>
    changeBody(parts, "listWebhooks", ({ items, ...page }) => ({
      ...page,
      items: (items as readonly Record<string, unknown>[]).map((item, _, [first]) => ({
        ...item,
        subscribedEvents: first?.["subscribedEvents"],
      })),
    })),
});
