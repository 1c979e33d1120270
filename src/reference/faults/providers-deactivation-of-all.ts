import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Deactivates the other providers of the application, too",
  breaks: "providers/changes-nothing-else",
  wrap: (parts) =>
    replaceOperation(parts, "deactivateProvider", async (call, next) => {
      const answer = await next(call);
      for (const provider of parts.providers.of(parts.access.application(call).id)) provider.isActive = false;
      return answer;
    }),
});
