import { ok } from "../call.ts";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a new merchant in with any password until its first login",
  breaks: "onboarding/logs-in-nobody-else",
  wrap: (parts) => {
    const fresh = new Set<string>();
    return {
      ...parts,
      operations: {
        ...parts.operations,
        signUp: async (call) => {
          const answer = await parts.operations.signUp(call);
          fresh.add(parts.validate.signUp(call.body).admin.email);
          return answer;
        },
        login: async (call) => {
          const { email } = parts.validate.login(call.body);
          const merchant = parts.merchants.of(email.toLowerCase())[0];
          const isFirst = fresh.delete(email);
          return isFirst && merchant !== undefined
            ? ok(await parts.tokens.issue(merchant.id))
            : parts.operations.login(call);
        },
      },
    };
  },
});
