import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Breaks on linking a provider to an application that does not exist",
  breaks: "providers/unknown-application",
  wrap: (parts) =>
    replaceOperation(parts, "linkProvider", async (call, next) => {
      const id = parts.validate.id(call.params["applicationId"], "applicationId");
      if (parts.applications.find(id) === undefined) throw new Error("foreign key constraint");
      return next(call);
    }),
});
