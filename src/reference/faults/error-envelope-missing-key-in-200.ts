import { ok } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers the revocation of a key that is not there with 200, and tells of it in the body only",
  breaks: "error-envelope/success-is-no-error",
  wrap: (parts) =>
    replaceOperation(parts, "revokeApiKey", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 404) throw error;
        return ok({ statusCode: 404, message: error.message, error: "Not Found" });
      }
    }),
});
