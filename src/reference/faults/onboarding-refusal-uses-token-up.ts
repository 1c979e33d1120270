import { defineFault, replaceOperation } from "../fault.ts";
import type { Call } from "../call.ts";
import type { Parts } from "../parts.ts";
import { Refusal } from "../refusal.ts";

const spend = (parts: Parts, call: Call): void => {
  try {
    parts.invites.use(parts.invites.check(call.query.get("token")));
  } catch {
    // It was none.
  }
};

export const fault = defineFault({
  title: "Uses a token up before it looks at the body",
  breaks: "onboarding/refusal-keeps-token",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        if (error instanceof Refusal && error.status === 400) spend(parts, call);
        throw error;
      }
    }),
});
