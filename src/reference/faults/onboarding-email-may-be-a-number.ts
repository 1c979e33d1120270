import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a number for the e-mail address",
  breaks: "onboarding/missing-admin-field",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { admin, ...rest } = Object(call.body) as { readonly admin?: { readonly email?: unknown } };
      if (typeof admin?.email !== "number") return next(call);
      return next({ ...call, body: { ...rest, admin: { ...admin, email: `${admin.email}@example.com` } } });
    }),
});
