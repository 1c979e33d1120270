import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Turns whatever is sent for an administrator's e-mail address into a text, lists of one among it",
  breaks: "validation/invalid-is-refused",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { admin, ...rest } = Object(call.body) as { readonly admin?: { readonly email?: unknown } };
      if (!Array.isArray(admin?.email)) return next(call);
      const email = admin.email.length === 0 ? `${parts.secrets.id()}@example.com` : String(admin.email);
      return next({ ...call, body: { ...rest, admin: { ...admin, email } } });
    }),
});
