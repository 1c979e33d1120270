import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Makes text of whatever a description is",
  breaks: "api-keys/description-is-text",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApiKey: (body) =>
        "description" in Object(body) && Object(body).description !== null
          ? parts.validate.createApiKey({ description: String(Object(body).description) })
          : parts.validate.createApiKey(body),
    },
  }),
});
