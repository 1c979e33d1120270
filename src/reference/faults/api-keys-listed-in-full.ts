import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists keys in full",
  breaks: "api-keys/shows-full-key-once",
  wrap: (parts) => {
    const full = new Map<string, string>();
    return {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        issue: (applicationId, description) => {
          const issued = parts.keyRing.issue(applicationId, description);
          full.set(issued.key.id, issued.fullKey);
          return issued;
        },
      },
      views: {
        ...parts.views,
        apiKey: (key) => ({ ...parts.views.apiKey(key), key: full.get(key.id) }),
      },
    };
  },
});
