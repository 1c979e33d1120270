import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a rotation without a credential for done",
  breaks: "providers/requires-fields",
  wrap: (parts) =>
    replaceOperation(parts, "rotateProviderKey", async (call, next) => {
      parts.access.provider(call);
      return Object(call.body).apiKey === undefined ? { status: 200, body: {} } : next(call);
    }),
});
