import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Says that it revoked a key which does not exist",
  breaks: "api-keys/unknown-key",
  wrap: (parts) =>
    replaceOperation(parts, "revokeApiKey", async (call, next) => {
      const { id } = parts.access.application(call);
      const keyId = parts.validate.id(call.params["keyId"], "keyId");
      return parts.keyRing.of(id).some((key) => key.id === keyId) ? next(call) : ok({});
    }),
});
