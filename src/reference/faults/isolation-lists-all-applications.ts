import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lists the applications of all merchants",
  breaks: "isolation/lists-hold-own-only",
  wrap: (parts) =>
    replaceOperation(parts, "listApplications", async (call) => {
      const all = [...parts.applications.all()];
      return ok(parts.pager.page(call, all, parts.views.application));
    }),
});
