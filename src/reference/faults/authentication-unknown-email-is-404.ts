import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 404 where nobody has the e-mail address",
  breaks: "authentication/rejects-unknown-email",
  wrap: (parts) =>
    replaceOperation(parts, "login", async (call, next) => {
      if (parts.merchants.of(parts.validate.login(call.body).email.toLowerCase()).length === 0)
        throw new Refusal(404, "No such merchant");
      return next(call);
    }),
});
