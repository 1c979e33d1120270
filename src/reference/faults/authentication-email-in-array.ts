import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Takes an e-mail address that is wrapped in an array",
  breaks: "authentication/rejects-missing-fields",
  wrap: (parts) =>
    replaceOperation(parts, "login", (call, next) => {
      const body = call.body as { readonly email?: unknown };
      return next({ ...call, body: { ...body, email: [body.email].flat()[0] } });
    }),
});
