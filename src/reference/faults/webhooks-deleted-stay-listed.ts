import { type Call, ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Lists deleted webhooks",
  breaks: "webhooks/deletes",
  wrap: (parts) => {
    const deleted = new Set<string>();
    const marking = replaceOperation(parts, "deleteWebhook", async (call) => {
      deleted.add(parts.access.webhook(call).id);
      return ok({});
    });
    const webhook = (call: Call) => {
      const found = parts.access.webhook(call);
      if (deleted.has(found.id)) throw new Refusal(404, "No such webhook");
      return found;
    };
    return { ...marking, access: { ...parts.access, webhook } };
  },
});
