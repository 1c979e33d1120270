import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Revokes a key before it looks whose that is",
  breaks: "isolation/another-merchants-api-keys",
  wrap: (parts) =>
    replaceOperation(parts, "revokeApiKey", async (call, next) => {
      const keys = parts.keyRing.of(call.params["applicationId"] ?? "");
      const key = keys.find(({ id }) => id === call.params["keyId"]);
      const answer = await next(call).catch((error: unknown) => {
        if (key !== undefined) parts.keyRing.revoke(key);
        throw error;
      });
      return answer;
    }),
});
