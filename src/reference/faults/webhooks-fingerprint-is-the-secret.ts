import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a new webhook with a fingerprint that hides only the last characters of the secret",
  breaks: "webhooks/creates",
  wrap: (parts) =>
    changeBody(parts, "createWebhook", (body) => ({
      ...body,
      keyFingerprint: `${String(body["signingSecret"]).slice(0, -8)}********`,
    })),
});
