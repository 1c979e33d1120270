import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes on a login whose e-mail address is null",
  breaks: "authentication/rejects-missing-fields",
  wrap: (parts) =>
    replaceOperation(parts, "login", async (call, next) => {
      const { email } = call.body as { readonly email?: unknown };
      if (email === null) throw new TypeError("Cannot read properties of null");
      return next(call);
    }),
});
