import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not record tests",
  breaks: "webhooks/test-is-recorded",
  wrap: (parts) => ({
    ...parts,
    sender: {
      ...parts.sender,
      test: async (webhook) => {
        const result = await parts.sender.test(webhook);
        Object.assign(webhook, { lastTestAt: null, lastTestStatus: null });
        return result;
      },
    },
  }),
});
