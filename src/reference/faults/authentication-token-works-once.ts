import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Takes every token once only to delete a webhook",
  breaks: "authentication/accepts-issued-token",
  wrap: (parts) => {
    const spent = new Set<string>();
    return {
      ...parts,
      authenticator: {
        ...parts.authenticator,
        merchant: async (call) => {
          const token = parts.authenticator.bearer(call.headers);
          if (call.operation !== "deleteWebhook" || token === undefined)
            return parts.authenticator.merchant(call);
          if (spent.has(token)) throw new Refusal(401, "The token was used already");
          spent.add(token);
          return parts.authenticator.merchant(call);
        },
      },
    };
  },
});
