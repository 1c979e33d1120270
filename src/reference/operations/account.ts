import { created, ok } from "../call.ts";
import type { Operations } from "../call.ts";
import type { Use } from "../parts.ts";
import { Refusal } from "../refusal.ts";

type Account = Pick<Operations, "login" | "signUp">;

const ownerOf = (use: Use, email: string) => use().merchants.of(email.toLowerCase())[0];

export const accountOperations = (use: Use): Account => ({
  login: async (call) => {
    const { email, password } = use().validate.login(call.body);
    const merchant = ownerOf(use, email);
    // Unknown addresses cost a comparison too: neither words nor time may tell them apart.
    const matches = await use().passwords.matches(password, merchant?.passwordHash);
    if (merchant === undefined || !matches)
      throw new Refusal(401, "The e-mail address or the password is wrong");
    return ok(await use().tokens.issue(merchant.id));
  },

  signUp: async (call) => {
    const token = call.query.get("token");
    use().invites.check(token);
    const order = use().validate.signUp(call.body);
    const passwordHash = await use().passwords.hash(order.admin.password);
    // Others may have signed up while the password was hashed, so the token is checked again; from here on nothing waits.
    const invite = use().invites.check(token);
    const { email } = order.admin;
    if (ownerOf(use, email) !== undefined) throw new Refusal(409, "The e-mail address is already signed up");
    use().invites.use(invite);
    use().merchants.add({ id: use().secrets.id(), email, passwordHash, createdAt: use().clock.now() });
    return created(use().views.signUp(order));
  },
});
