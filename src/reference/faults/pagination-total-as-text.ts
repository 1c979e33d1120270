import { changeBody, defineFault } from "../fault.ts";

// A database driver that gives counts of 64 bits as text.
export const fault = defineFault({
  title: "Answers the number of webhooks as a string",
  breaks: "pagination/has-envelope",
  wrap: (parts) =>
    changeBody(parts, "listWebhooks", (page) => ({ ...page, totalItems: String(page["totalItems"]) })),
});
