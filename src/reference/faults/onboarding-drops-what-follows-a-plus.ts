import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Drops what follows a plus in an e-mail address",
  breaks: "onboarding/echoes-what-was-sent",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      signUp: (body) => {
        const order = parts.validate.signUp(body);
        return { ...order, admin: { ...order.admin, email: order.admin.email.replace(/\+[^@]*/, "") } };
      },
    },
  }),
});
