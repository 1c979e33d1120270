import { defineFault, replaceOperation } from "../fault.ts";
import type { Answer } from "../call.ts";

export const fault = defineFault({
  title: "Answers a login from a cache that knows the e-mail address only",
  breaks: "authentication/rejects-wrong-password",
  wrap: (parts) => {
    const cache = new Map<string, Answer>();
    return replaceOperation(parts, "login", async (call, next) => {
      const { email } = parts.validate.login(call.body);
      const answer = cache.get(email) ?? (await next(call));
      cache.set(email, answer);
      return answer;
    });
  },
});
