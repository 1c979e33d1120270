import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 403 for an application of another merchant, and 404 for none",
  breaks: "isolation/no-existence-oracle",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const { merchantId } = parts.applications.find(call.params["applicationId"] ?? "") ?? {};
        if (merchantId !== undefined && merchantId !== parts.access.merchantId(call))
          throw new Refusal(403, "The application is not yours");
        return parts.access.application(call);
      },
    },
  }),
});
