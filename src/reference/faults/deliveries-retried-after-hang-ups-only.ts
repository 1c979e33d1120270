import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Delivers again only if the receiver did not answer",
  breaks: "webhook-delivery/retries-failures",
  wrap: (parts) => ({
    ...parts,
    sender: {
      ...parts.sender,
      attempt: async (webhook, event) => {
        const posted = await parts.sender.attempt(webhook, event);
        const isTest = event.type === "webhook.test";
        return posted === undefined || isTest ? posted : { ...posted, status: 200 };
      },
    },
  }),
});
