import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Switches the first webhook of an application off when a third one is registered",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) =>
    replaceOperation(parts, "createWebhook", async (call, next) => {
      const answer = await next(call);
      const [first, , third] = parts.webhooks.of(parts.access.application(call).id);
      if (first !== undefined && third !== undefined) first.isActive = false;
      return answer;
    }),
});
