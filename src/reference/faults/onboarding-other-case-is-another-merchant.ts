import { created } from "../call.ts";
import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Signs an e-mail address up again that is written in another case",
  breaks: "onboarding/duplicate-in-other-case",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        const order = parts.validate.signUp(call.body);
        const isKnown = parts.merchants
          .of(order.admin.email.toLowerCase())
          .some(({ email }) => email === order.admin.email);
        if (!(error instanceof Refusal) || error.status !== 409 || isKnown) throw error;
        const passwordHash = await parts.passwords.hash(order.admin.password);
        parts.invites.use(parts.invites.check(call.query.get("token")));
        const { email } = order.admin;
        parts.merchants.add({ id: parts.secrets.id(), email, passwordHash, createdAt: parts.clock.now() });
        return created(parts.views.signUp(order));
      }
    }),
});
