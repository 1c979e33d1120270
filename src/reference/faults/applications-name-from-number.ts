import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Makes a text of a name that is none",
  breaks: "applications/name-required",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApplication: (body) => {
        const { name, ...rest } = Object(body) as { name?: unknown };
        const isScalar = typeof name === "number" || typeof name === "boolean";
        return parts.validate.createApplication({ ...rest, name: isScalar ? String(name) : name });
      },
    },
  }),
});
