import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers an update with the signing secret",
  breaks: "webhooks/shows-secret-once",
  wrap: (parts) =>
    changeBody(parts, "updateWebhook", (body, call) => ({
      ...body,
      signingSecret: parts.webhooks.find(call.params["webhookId"] ?? "")?.signingSecret,
    })),
});
