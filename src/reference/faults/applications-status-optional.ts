import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Enables an application when no status is given",
  breaks: "applications/status-needs-boolean",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      setApplicationStatus: (body) =>
        parts.validate.setApplicationStatus({ isEnabled: true, ...Object(body) }),
    },
  }),
});
