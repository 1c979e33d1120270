import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Issues keys without a description",
  breaks: "api-keys/requires-description",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApiKey: (body) => parts.validate.createApiKey(Object.assign({ description: "API key" }, body)),
    },
  }),
});
