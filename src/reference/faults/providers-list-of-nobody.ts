import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists no providers for an application that does not exist, instead of 404",
  breaks: "providers/unknown-application",
  wrap: (parts) =>
    replaceOperation(parts, "listProviders", async (call, next) => {
      const id = parts.validate.id(call.params["applicationId"], "applicationId");
      if (parts.applications.find(id) !== undefined) return next(call);
      return { status: 200, body: parts.pager.page(call, [], () => ({})) };
    }),
});
