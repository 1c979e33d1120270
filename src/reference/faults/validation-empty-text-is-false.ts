import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes the empty text for a status of false",
  breaks: "validation/invalid-is-refused",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      setApplicationStatus: (body) => {
        const { isEnabled } = Object(body);
        return parts.validate.setApplicationStatus(isEnabled === "" ? { isEnabled: false } : body);
      },
    },
  }),
});
