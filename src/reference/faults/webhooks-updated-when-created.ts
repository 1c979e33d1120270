import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Says of a new webhook that it was updated when it was created",
  breaks: "webhooks/creates",
  wrap: (parts) => changeBody(parts, "createWebhook", (body) => ({ ...body, updatedAt: body["createdAt"] })),
});
