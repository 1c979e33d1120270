import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Says that nobody has the e-mail address",
  breaks: "authentication/hides-which-part-was-wrong",
  wrap: (parts) =>
    replaceOperation(parts, "login", async (call, next) => {
      if (parts.merchants.of(parts.validate.login(call.body).email.toLowerCase()).length === 0)
        throw new Refusal(401, "Nobody has this e-mail address");
      return next(call);
    }),
});
