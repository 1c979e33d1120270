import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Stores the merchant before it looks whether the token was used meanwhile",
  breaks: "onboarding/token-race",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { admin } = parts.validate.signUp(call.body);
      parts.invites.check(call.query.get("token"));
      const { email } = admin;
      const passwordHash = await parts.passwords.hash(admin.password);
      try {
        return await next(call);
      } catch (error) {
        const isLate = error instanceof Refusal && error.status === 410;
        if (isLate)
          parts.merchants.add({ id: parts.secrets.id(), email, passwordHash, createdAt: parts.clock.now() });
        throw error;
      }
    }),
});
