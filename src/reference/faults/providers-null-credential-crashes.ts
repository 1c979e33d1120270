import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Breaks on credentials that are null",
  breaks: "providers/requires-fields",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      linkProvider: (body) => {
        if (Object(body).credentials === null) throw new TypeError("Cannot read properties of null");
        return parts.validate.linkProvider(body);
      },
    },
  }),
});
