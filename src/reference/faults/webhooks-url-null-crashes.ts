import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes over an address that is null",
  breaks: "webhooks/requires-url",
  wrap: (parts) =>
    replaceOperation(parts, "createWebhook", (call, next) => {
      if (Object(call.body)["url"] === null) throw new TypeError("Cannot read properties of null");
      return next(call);
    }),
});
