import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Signs up with the first 31 characters of a password, and logs in with all of them",
  breaks: "onboarding/password-length",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const body = parts.validate.signUp(call.body);
      const password = body.admin.password.slice(0, 31);
      return next({ ...call, body: { ...body, admin: { ...body.admin, password } } });
    }),
});
