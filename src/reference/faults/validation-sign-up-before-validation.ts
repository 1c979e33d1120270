import { defineFault, replaceOperation } from "../fault.ts";

interface SignUp {
  readonly admin?: { readonly email?: unknown; readonly password?: unknown };
  readonly organization?: { readonly contactPersonEmail?: unknown };
}

export const fault = defineFault({
  title: "Looks at the contact's address last, and keeps the merchant when it refuses that",
  breaks: "validation/invalid-is-refused",
  level: "SHOULD",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { admin, organization } = Object(call.body) as SignUp;
      try {
        return await next(call);
      } catch (error) {
        const contact = organization?.contactPersonEmail;
        const { email, password } = admin ?? {};
        if (contact !== undefined && typeof email === "string" && typeof password === "string")
          if (!String(contact).includes("@"))
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
