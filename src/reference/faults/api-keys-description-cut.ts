import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Cuts a description that is too long",
  breaks: "api-keys/limits-description",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApiKey: (body) => {
        const { description } = Object(body);
        const cut = typeof description === "string" ? description.slice(0, 50) : description;
        return parts.validate.createApiKey({
          ...Object(body),
          ...(cut === undefined ? {} : { description: cut }),
        });
      },
    },
  }),
});
