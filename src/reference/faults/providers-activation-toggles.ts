import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Deactivates an active provider that is activated again",
  breaks: "providers/activates",
  wrap: (parts) =>
    replaceOperation(parts, "activateProvider", (call, next) =>
      parts.access.provider(call).isActive ? parts.operations.deactivateProvider(call) : next(call),
    ),
});
