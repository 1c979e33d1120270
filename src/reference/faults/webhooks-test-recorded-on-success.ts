import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Records tests that succeed only",
  breaks: "webhooks/test-is-recorded",
  wrap: (parts) => ({
    ...parts,
    sender: {
      ...parts.sender,
      test: async (webhook) => {
        const { lastTestAt, lastTestStatus } = webhook;
        const result = await parts.sender.test(webhook);
        if (!result.success) Object.assign(webhook, { lastTestAt, lastTestStatus });
        return result;
      },
    },
  }),
});
