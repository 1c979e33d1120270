import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Takes https in lower case only",
  breaks: "webhooks/takes-any-https-url",
  wrap: (parts) =>
    replaceOperation(parts, "createWebhook", (call, next) => {
      const url = String(Object(call.body)["url"]);
      if (/^https:/i.test(url) && !url.startsWith("https:")) throw new Refusal(400, ["url must be HTTPS"]);
      return next(call);
    }),
});
