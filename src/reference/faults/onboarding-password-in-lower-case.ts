import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps the password of a new merchant in lower case",
  breaks: "onboarding/then-logs-in",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const body = parts.validate.signUp(call.body);
      const password = body.admin.password.toLowerCase();
      return next({ ...call, body: { ...body, admin: { ...body.admin, password } } });
    }),
});
