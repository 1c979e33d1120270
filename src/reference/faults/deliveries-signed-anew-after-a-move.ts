import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Makes a new secret when a webhook is moved, and tells nobody",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => {
    const moved = new Map<string, string>();
    const remembering = replaceOperation(parts, "updateWebhook", (call, next) => {
      const secret = parts.webhooks.find(call.params["webhookId"] ?? "")?.signingSecret ?? "";
      if (Object(call.body)["url"] !== undefined) moved.set(secret, parts.secrets.signingSecret());
      return next(call);
    });
    const headers = (body: string, secret: string) => parts.signer.headers(body, moved.get(secret) ?? secret);
    return { ...remembering, signer: { ...parts.signer, headers } };
  },
});
