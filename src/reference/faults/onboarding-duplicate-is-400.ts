import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers a duplicate with 400",
  breaks: "onboarding/duplicate",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        if (error instanceof Refusal && error.status === 409)
          throw new Refusal(400, ["admin.email is taken"]);
        throw error;
      }
    }),
});
