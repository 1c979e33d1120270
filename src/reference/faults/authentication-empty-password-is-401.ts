import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers an empty password like a wrong one",
  breaks: "authentication/rejects-missing-fields",
  wrap: (parts) =>
    replaceOperation(parts, "login", async (call, next) => {
      const { password } = call.body as { readonly password?: unknown };
      if (password === "") throw new Refusal(401, "The e-mail address or the password is wrong");
      return next(call);
    }),
});
