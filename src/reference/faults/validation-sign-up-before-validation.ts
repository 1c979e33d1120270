import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Makes the merchant before it looks at the organization, and keeps it when that is refused",
  breaks: "validation/invalid-is-refused",
  level: "SHOULD",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { admin } = Object(call.body) as { readonly admin?: Readonly<Record<string, unknown>> };
      try {
        return await next(call);
      } catch (error) {
        const { email, password } = admin ?? {};
        if (typeof email === "string" && typeof password === "string" && password.length >= 16)
          parts.merchants.add({
            id: parts.secrets.id(),
            email,
            passwordHash: await parts.passwords.hash(password),
            createdAt: parts.clock.now(),
          });
        throw error;
      }
    }),
});
