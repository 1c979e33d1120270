import { createHash } from "node:crypto";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a sign-up with the stored record of the administrator",
  breaks: "onboarding/hides-password-hash",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      signUp: (order) => {
        const digest = createHash("sha256").update(order.admin.password).digest("hex");
        const shown = parts.views.signUp(order);
        return { ...shown, admin: { ...Object(shown["admin"]), credential: digest } };
      },
    },
  }),
});
