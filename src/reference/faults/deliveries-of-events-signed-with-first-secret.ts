import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs all events but tests with the secret of the application's first webhook",
  breaks: "webhook-delivery/wrong-secret-does-not-verify",
  wrap: (parts) => ({
    ...parts,
    sender: {
      ...parts.sender,
      attempt: (webhook, event) => {
        const [first = webhook] = parts.webhooks.of(webhook.applicationId);
        const { signingSecret } = event.type === "webhook.test" ? webhook : first;
        return parts.sender.attempt({ ...webhook, signingSecret }, event);
      },
    },
  }),
});
