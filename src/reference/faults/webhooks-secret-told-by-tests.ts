import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a test with the bare secret it was signed with",
  breaks: "webhooks/shows-secret-once",
  wrap: (parts) =>
    changeBody(parts, "testWebhook", (body, call) => ({
      ...body,
      signedWith: parts.webhooks.find(call.params["webhookId"] ?? "")?.signingSecret.slice("whsec_".length),
    })),
});
