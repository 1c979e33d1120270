import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Puts a client off without saying for how long",
  breaks: "error-envelope/rate-limit-says-when",
  wrap: (parts) => {
    let reads = 0;
    return {
      ...parts,
      rateLimiter: {
        admit: (incoming) => {
          parts.rateLimiter.admit(incoming);
          // Once is enough: whoever is not told when comes back after a second.
          if (/\/sessions\/./.test(incoming.target) && (reads += 1) === 10)
            throw new Refusal(429, "Too many requests");
        },
      },
      errors: {
        ...parts.errors,
        headers: (refusal) => (refusal.status === 429 ? {} : parts.errors.headers(refusal)),
      },
    };
  },
});
