import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes null for a description",
  breaks: "api-keys/requires-description",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApiKey: (body) =>
        Object(body).description === null ? { description: "" } : parts.validate.createApiKey(body),
    },
  }),
});
