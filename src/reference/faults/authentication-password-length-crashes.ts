import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes on a password of more than 32 characters",
  breaks: "authentication/enforces-password-length",
  wrap: (parts) =>
    replaceOperation(parts, "login", async (call, next) => {
      const { password } = call.body as { readonly password?: unknown };
      if (typeof password === "string" && password.length > 32)
        throw new RangeError("value too long for type varchar(32)");
      return next(call);
    }),
});
