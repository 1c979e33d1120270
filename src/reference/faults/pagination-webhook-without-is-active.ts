import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists webhooks without saying whether they are active",
  breaks: "pagination/answers-match-schema",
  wrap: (parts) =>
    changeBody(parts, "listWebhooks", ({ items, ...page }) => ({
      ...page,
      items: (items as readonly object[]).map((item) => ({ ...item, isActive: undefined })),
    })),
});
