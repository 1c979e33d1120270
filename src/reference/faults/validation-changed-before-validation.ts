import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Turns a webhook off although it refuses the address that came along",
  breaks: "validation/invalid-is-refused",
  wrap: (parts) =>
    replaceOperation(parts, "updateWebhook", async (call, next) => {
      const { isActive, url } = Object(call.body);
      if (isActive === false && String(url).startsWith("ftp:")) await next({ ...call, body: { isActive } });
      return next(call);
    }),
});
