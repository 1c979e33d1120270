import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks for an API key in every part of a token, and lets its owner in",
  breaks: "token-forgery/another-environment",
  wrap: (parts) => {
    const owners = new Map<string, string>();
    const ownerOf = (token: string) =>
      token
        .split(".")
        .flatMap((part) => [part, Buffer.from(part, "base64url").toString()])
        .map((text) => owners.get(text))
        .find((id) => id !== undefined);
    return {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        issue: (applicationId, description) => {
          const issued = parts.keyRing.issue(applicationId, description);
          owners.set(issued.fullKey, applicationId);
          return issued;
        },
      },
      tokens: {
        ...parts.tokens,
        verify: async (token) => {
          const owner = token.includes(".") ? parts.applications.find(ownerOf(token) ?? "") : undefined;
          return owner === undefined ? parts.tokens.verify(token) : { sub: owner.merchantId };
        },
      },
    };
  },
});
