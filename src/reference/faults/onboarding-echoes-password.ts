import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a sign-up with the password in it",
  breaks: "onboarding/echo-without-password",
  wrap: (parts) => ({
    ...parts,
    views: { ...parts.views, signUp: (order) => ({ ...parts.views.signUp(order), admin: order.admin }) },
  }),
});
