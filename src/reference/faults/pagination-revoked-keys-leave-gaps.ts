import { defineFault } from "../fault.ts";
import type { ApiKey } from "../records.ts";

export const fault = defineFault({
  title: "Takes revoked API keys off the page after it was cut",
  breaks: "pagination/revoked-keys-leave-no-gaps",
  wrap: (parts) => {
    const keys = new Map<string, ApiKey[]>();
    return {
      ...parts,
      keyRing: {
        ...parts.keyRing,
        issue: (applicationId, description) => {
          const issued = parts.keyRing.issue(applicationId, description);
          keys.set(applicationId, [...(keys.get(applicationId) ?? []), issued.key]);
          return issued;
        },
        of: (applicationId) => keys.get(applicationId) ?? [],
      },
      pager: {
        ...parts.pager,
        cut: (items, request, call) =>
          parts.pager
            .cut(items, request, call)
            .filter((item) => call.operation !== "listApiKeys" || (item as ApiKey).revokedAt === null),
      },
    };
  },
});
