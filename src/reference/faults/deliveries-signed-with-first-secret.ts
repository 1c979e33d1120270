import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs for all webhooks of an application with the secret of the first",
  breaks: "webhook-delivery/wrong-secret-does-not-verify",
  wrap: (parts) => ({
    ...parts,
    sender: {
      ...parts.sender,
      attempt: (webhook, event) => {
        const [first = webhook] = parts.webhooks.of(webhook.applicationId);
        return parts.sender.attempt({ ...webhook, signingSecret: first.signingSecret }, event);
      },
    },
  }),
});
