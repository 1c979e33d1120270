import { createHash } from "node:crypto";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Derives the signing secret from the application",
  breaks: "webhook-delivery/wrong-secret-does-not-verify",
  wrap: (parts) =>
    replaceOperation(parts, "createWebhook", async (call, next) => {
      const answer = await next(call);
      const webhook = parts.webhooks.find(String(Object(answer.body)["id"]));
      const digest = createHash("sha256")
        .update(webhook?.applicationId ?? "")
        .digest("hex");
      const signingSecret = `whsec_${digest}`;
      Object.assign(webhook ?? {}, { signingSecret });
      return { ...answer, body: { ...Object(answer.body), signingSecret } };
    }),
});
