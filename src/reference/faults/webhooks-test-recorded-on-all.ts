import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Records a test on all webhooks of the application",
  breaks: "webhooks/test-is-recorded",
  wrap: (parts) => ({
    ...parts,
    sender: {
      ...parts.sender,
      test: async (webhook) => {
        const result = await parts.sender.test(webhook);
        const { lastTestAt, lastTestStatus } = webhook;
        for (const other of parts.webhooks.of(webhook.applicationId))
          Object.assign(other, { lastTestAt, lastTestStatus });
        return result;
      },
    },
  }),
});
