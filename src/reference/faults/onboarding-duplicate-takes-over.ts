import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Stores the password of a duplicate before it refuses it",
  breaks: "onboarding/duplicate",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { admin } = parts.validate.signUp(call.body);
      const known = parts.merchants.of(admin.email.toLowerCase())[0];
      if (known !== undefined)
        Object.assign(known, { passwordHash: await parts.passwords.hash(admin.password) });
      return next(call);
    }),
});
