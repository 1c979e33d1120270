import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Breaks on activating a provider of an application whose id is no UUID",
  breaks: "providers/malformed-application-id",
  wrap: (parts) =>
    replaceOperation(parts, "activateProvider", async (call, next) => {
      if ((call.params["applicationId"] ?? "").length !== 36)
        throw new Error("invalid input syntax for type uuid");
      return next(call);
    }),
});
