import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a new credential and keeps the old one",
  breaks: "providers/rotates-key",
  wrap: (parts) =>
    replaceOperation(parts, "rotateProviderKey", async (call) => {
      parts.access.provider(call);
      parts.validate.rotateProviderKey(call.body);
      return { status: 200, body: {} };
    }),
});
