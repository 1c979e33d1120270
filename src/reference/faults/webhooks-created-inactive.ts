import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Says that a new webhook is inactive",
  breaks: "webhooks/creates",
  wrap: (parts) => changeBody(parts, "createWebhook", (body) => ({ ...body, isActive: false })),
});
