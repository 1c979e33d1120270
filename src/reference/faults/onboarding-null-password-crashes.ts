import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Breaks on a password that is null",
  breaks: "onboarding/missing-admin-field",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { admin } = Object(call.body) as { readonly admin?: { readonly password?: unknown } };
      if (admin?.password === null) throw new TypeError("password is null");
      return next(call);
    }),
});
