import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Quotes a password that is too long in its refusal",
  breaks: "onboarding/refusals-without-password",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { admin } = Object(call.body) as { readonly admin?: { readonly password?: unknown } };
      const password = admin?.password;
      if (typeof password === "string" && password.length > 32)
        throw new Refusal(400, [`admin.password "${password}" must be 16 to 32 characters long`]);
      return next(call);
    }),
});
