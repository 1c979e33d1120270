import { defineFault } from "../fault.ts";

// `if (isEnabled === false) disable()`: nobody wrote the other branch.
export const fault = defineFault({
  title: "Disables applications, but does not enable them",
  breaks: "applications/toggles-status",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const application = parts.access.application(call);
        if (call.operation !== "setApplicationStatus" || application.isEnabled) return application;
        return Object.defineProperty({ ...application }, "isEnabled", {
          get: () => false,
          set: () => {},
        });
      },
    },
  }),
});
