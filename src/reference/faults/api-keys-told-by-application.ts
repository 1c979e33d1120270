import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Shows the newest key with its application",
  breaks: "api-keys/shows-full-key-once",
  wrap: (parts) => {
    const newest = new Map<string, string>();
    const watching = {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        issue: (applicationId: string, description: string) => {
          const issued = parts.keyRing.issue(applicationId, description);
          newest.set(applicationId, issued.fullKey);
          return issued;
        },
      },
    };
    return changeBody(watching, "setApplicationStatus", (body) => ({
      ...body,
      apiKey: newest.get(String(body["id"])),
    }));
  },
});
