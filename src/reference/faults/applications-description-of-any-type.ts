import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Makes a text of a description that is none",
  breaks: "applications/description-is-text",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApplication: (body) => {
        const { description, ...rest } = Object(body) as { description?: unknown };
        const text = description === undefined ? {} : { description: String(description) };
        return parts.validate.createApplication({ ...rest, ...text });
      },
    },
  }),
});
