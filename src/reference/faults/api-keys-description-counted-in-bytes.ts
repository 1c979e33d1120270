import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts the bytes of a description",
  breaks: "api-keys/limits-description",
  level: "SHOULD",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApiKey: (body) => {
        const { description } = Object(body);
        const bytes = Buffer.byteLength(String(description));
        return parts.validate.createApiKey(bytes > 50 ? { description: "d".repeat(bytes) } : body);
      },
    },
  }),
});
