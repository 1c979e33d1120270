import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Decodes the name of a provider twice, and crashes where that can't be done",
  breaks: "validation/never-5xx",
  wrap: (parts) =>
    replaceOperation(parts, "activateProvider", async (call, next) => {
      decodeURIComponent(call.params["providerName"] ?? "");
      return next(call);
    }),
});
