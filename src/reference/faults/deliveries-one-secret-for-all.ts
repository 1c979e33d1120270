import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs for all webhooks with one secret",
  breaks: "webhook-delivery/wrong-secret-does-not-verify",
  wrap: (parts) => {
    const secret = parts.secrets.signingSecret();
    return { ...parts, secrets: { ...parts.secrets, signingSecret: () => secret } };
  },
});
