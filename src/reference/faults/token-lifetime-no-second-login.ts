import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses a login when the merchant's last token has run out, for want of a refresh",
  breaks: "token-lifetime/new-login-after-expiry",
  wrap: (parts) => {
    let lastLogin: number | undefined;
    return replaceOperation(parts, "login", async (call, next) => {
      const now = parts.clock.now();
      const ranOut = lastLogin !== undefined && now - lastLogin > parts.limits.tokenSeconds * 1000;
      lastLogin = now;
      if (ranOut) throw new Refusal(401, "The session has expired");
      return next(call);
    });
  },
});
