import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Does not revoke a key that sessions were created with",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) => {
    const used = new Set<string>();
    const noticing = replaceOperation(parts, "createSession", async (call, next) => {
      const answer = await next(call);
      if (call.principal.kind === "application") used.add(call.principal.keyId);
      return answer;
    });
    return {
      ...noticing,
      keyRing: {
        ...parts.keyRing,
        revoke: (key) => {
          if (!used.has(key.id)) parts.keyRing.revoke(key);
        },
      },
    };
  },
});
