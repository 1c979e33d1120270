import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Activates every provider of an application when another is linked",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) =>
    replaceOperation(parts, "linkProvider", async (call, next) => {
      const answer = await next(call);
      const application = parts.access.application(call);
      for (const provider of parts.providers.of(application.id)) provider.isActive = true;
      return answer;
    }),
});
