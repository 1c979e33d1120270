import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes on a provider credential that is null",
  breaks: "validation/never-5xx",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      linkProvider: (body) => {
        const { credentials } = Object(body);
        if (credentials === null) throw new TypeError("Cannot read properties of null (reading 'apiKey')");
        return parts.validate.linkProvider(body);
      },
    },
  }),
});
