import { defineFault } from "../fault.ts";

// String(null): the column must not be null, and so it isn't.
export const fault = defineFault({
  title: "Takes null for the name null",
  breaks: "applications/name-required",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApplication: (body) => {
        const given = Object(body) as { name?: unknown };
        return parts.validate.createApplication(given.name === null ? { ...given, name: "null" } : body);
      },
    },
  }),
});
