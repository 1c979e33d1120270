import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a provider into use again when its credential is rotated",
  breaks: "providers/changes-nothing-else",
  wrap: (parts) =>
    replaceOperation(parts, "rotateProviderKey", async (call, next) => {
      const answer = await next(call);
      parts.access.provider(call).isActive = true;
      return answer;
    }),
});
