import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets anybody enable and disable applications",
  breaks: "authentication/management-needs-credential",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      authenticate: async (call, credential) => {
        const isOpen =
          call.operation === "setApplicationStatus" && call.headers.get("authorization") === undefined;
        if (!isOpen) return parts.authenticator.authenticate(call, credential);
        return {
          kind: "merchant",
          merchantId: parts.applications.find(call.params["applicationId"] ?? "")?.merchantId ?? "",
        };
      },
    },
  }),
});
