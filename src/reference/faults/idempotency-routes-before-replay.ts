import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Looks for a provider before it looks whether a request is a replay",
  breaks: "idempotency/replay-after-provider-change",
  wrap: (parts) =>
    replaceOperation(parts, "createSession", async (call, next) => {
      parts.router.choose(parts.access.applicationId(call), parts.validate.createSession(call.body));
      return next(call);
    }),
});
