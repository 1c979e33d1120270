import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes any status that is there, the text false for true",
  breaks: "applications/status-needs-boolean",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      setApplicationStatus: (body) => {
        const { isEnabled } = Object(body) as { isEnabled?: unknown };
        const status = typeof isEnabled === "string" ? Boolean(isEnabled) : isEnabled;
        return parts.validate.setApplicationStatus({ isEnabled: status });
      },
    },
  }),
});
