import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes an array for the credentials of a provider",
  breaks: "validation/invalid-is-refused",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      linkProvider: (body) => {
        const { credentials } = Object(body);
        if (!Array.isArray(credentials)) return parts.validate.linkProvider(body);
        return parts.validate.linkProvider({
          ...Object(body),
          credentials: { apiKey: "none", ...credentials[0] },
        });
      },
    },
  }),
});
