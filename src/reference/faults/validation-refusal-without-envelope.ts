import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses a changed provider credential in words of its own",
  breaks: "validation/invalid-is-refused",
  wrap: (parts) =>
    replaceOperation(parts, "rotateProviderKey", async (call, next) => {
      try {
        parts.validate.rotateProviderKey(call.body);
      } catch (error) {
        if (error instanceof Refusal) return { status: 400, body: { errors: [error.message] } };
        throw error;
      }
      return next(call);
    }),
});
