import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Cuts a name that is too long instead of refusing it",
  breaks: "applications/name-limit",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApplication: (body) => {
        const { name, ...rest } = Object(body) as { name?: unknown };
        const cut = typeof name === "string" ? name.slice(0, parts.limits.applicationName) : name;
        return parts.validate.createApplication({ ...rest, name: cut });
      },
    },
  }),
});
