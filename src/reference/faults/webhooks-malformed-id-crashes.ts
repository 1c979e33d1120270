import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes on a webhook's id that is as long as a UUID and none",
  breaks: "webhooks/malformed-id",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      webhook: (call) => {
        const id = call.params["webhookId"] ?? "";
        if (id.length === 36) BigInt(`0x${id.replaceAll("-", "")}`);
        return parts.access.webhook(call);
      },
    },
  }),
});
