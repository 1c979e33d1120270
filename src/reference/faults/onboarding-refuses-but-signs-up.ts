import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Makes a merchant before it looks at the token again",
  breaks: "onboarding/token-used",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { admin } = parts.validate.signUp(call.body);
      try {
        return await next(call);
      } catch (error) {
        const isUsed = error instanceof Refusal && error.status === 410;
        const { email } = admin;
        const passwordHash = await parts.passwords.hash(admin.password);
        if (isUsed)
          parts.merchants.add({ id: parts.secrets.id(), email, passwordHash, createdAt: parts.clock.now() });
        throw error;
      }
    }),
});
