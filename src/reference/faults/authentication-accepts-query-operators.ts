import { defineFault, replaceOperation } from "../fault.ts";
import { ok } from "../call.ts";

export const fault = defineFault({
  title: "Hands an object given as password to its database as a query",
  breaks: "authentication/rejects-missing-fields",
  wrap: (parts) =>
    replaceOperation(parts, "login", async (call, next) => {
      const { email, password } = call.body as { readonly email?: unknown; readonly password?: unknown };
      const isQuery = JSON.stringify(password)?.startsWith('{"$') === true;
      const merchant = isQuery ? parts.merchants.of(String(email).toLowerCase())[0] : undefined;
      return merchant === undefined ? next(call) : ok(await parts.tokens.issue(merchant.id));
    }),
});
