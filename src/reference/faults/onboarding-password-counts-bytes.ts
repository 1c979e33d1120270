import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Counts the bytes of a password",
  breaks: "onboarding/password-counts-characters",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      signUp: (body) => {
        const order = parts.validate.signUp(body);
        const { password } = order.admin;
        if (Buffer.byteLength(password) > parts.limits.passwordMost)
          throw new Refusal(400, "admin.password must be 16 to 32 characters");
        return order;
      },
    },
  }),
});
