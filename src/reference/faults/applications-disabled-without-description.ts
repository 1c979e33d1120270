import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Shows a disabled application without its description",
  breaks: "applications/toggles-status",
  wrap: (parts) => ({
    ...parts,
    views: {
      ...parts.views,
      application: (application) => ({
        ...parts.views.application(application),
        ...(application.isEnabled ? {} : { description: null }),
      }),
    },
  }),
});
