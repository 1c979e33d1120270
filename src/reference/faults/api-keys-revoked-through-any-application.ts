import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Finds a key by its own id alone, whatever application the path names",
  breaks: "api-keys/unknown-key",
  wrap: (parts) => {
    const homes = new Map<string, string>();
    return {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        issue: (applicationId, description) => {
          const issued = parts.keyRing.issue(applicationId, description);
          homes.set(issued.key.id, applicationId);
          return issued;
        },
      },
      access: {
        ...parts.access,
        apiKey: (call) => {
          const { id } = parts.access.application(call);
          const applicationId = homes.get(call.params["keyId"] ?? "") ?? id;
          return parts.access.apiKey({ ...call, params: { ...call.params, applicationId } });
        },
      },
    };
  },
});
