import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps three keys of an application, and drops the oldest for a fourth",
  breaks: "api-keys/allows-several-keys",
  wrap: (parts) => {
    const newest = new Map<string, readonly string[]>();
    return {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        issue: (applicationId, description) => {
          const issued = parts.keyRing.issue(applicationId, description);
          newest.set(applicationId, [issued.key.id, ...(newest.get(applicationId) ?? [])].slice(0, 3));
          return issued;
        },
        isLive: (key) =>
          parts.keyRing.isLive(key) && newest.get(key.applicationId)?.includes(key.id) === true,
      },
    };
  },
});
