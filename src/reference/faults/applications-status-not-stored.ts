import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers the new status of an application without keeping it",
  breaks: "applications/status-is-read-back",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const application = parts.access.application(call);
        return call.operation === "setApplicationStatus" ? { ...application } : application;
      },
    },
  }),
});
