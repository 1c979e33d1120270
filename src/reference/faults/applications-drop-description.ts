import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not keep the description of an application",
  breaks: "applications/creates",
  wrap: (parts) => ({
    ...parts,
    applications: {
      ...parts.applications,
      add: (application) => {
        Object.assign(application, { description: null });
        parts.applications.add(application);
      },
    },
  }),
});
