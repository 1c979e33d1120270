import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the origins of addresses instead of the whole",
  breaks: "webhooks/lists",
  wrap: (parts) =>
    changeBody(parts, "listWebhooks", ({ items, ...page }) => ({
      ...page,
      items: (items as readonly { readonly url: string }[]).map((item) => ({
        ...item,
        url: new URL(item.url).origin,
      })),
    })),
});
