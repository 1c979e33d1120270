import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Adds a code to the refusal that tells whether the e-mail address is known",
  breaks: "authentication/hides-which-part-was-wrong",
  wrap: (parts) =>
    replaceOperation(parts, "login", async (call, next) => {
      if (parts.merchants.of(parts.validate.login(call.body).email.toLowerCase()).length > 0)
        return next(call);
      const refused = await next(call).catch((error: unknown) => parts.errors.answer(error, call));
      return { ...refused, body: { ...Object(refused.body), code: "MERCHANT_NOT_FOUND" } };
    }),
});
