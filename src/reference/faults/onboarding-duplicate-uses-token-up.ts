import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Uses a token up before it looks for duplicates",
  breaks: "onboarding/refusal-keeps-token",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        if (error instanceof Refusal && error.status === 409)
          parts.invites.use(parts.invites.check(call.query.get("token")));
        throw error;
      }
    }),
});
