import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Names an application itself when it is given no name",
  breaks: "applications/name-required",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApplication: (body) =>
        parts.validate.createApplication({ name: `Untitled ${parts.secrets.id()}`, ...Object(body) }),
    },
  }),
});
