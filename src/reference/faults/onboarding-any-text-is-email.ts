import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Signs an administrator up without an e-mail address",
  breaks: "onboarding/missing-admin-field",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { admin, ...rest } = Object(call.body) as { readonly admin?: { readonly email?: unknown } };
      if (admin === undefined || admin === null || Object.hasOwn(admin, "email")) return next(call);
      return next({
        ...call,
        body: { ...rest, admin: { ...admin, email: `${parts.secrets.id()}@example.com` } },
      });
    }),
});
