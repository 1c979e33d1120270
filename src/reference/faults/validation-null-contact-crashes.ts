import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes on a sign-up whose contact person has null for a name",
  breaks: "validation/never-5xx",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      signUp: (body) => {
        const { contactPersonLastName } = Object(Object(body).organization);
        if (contactPersonLastName === null)
          throw new TypeError("Cannot read properties of null (reading 'trim')");
        return parts.validate.signUp(body);
      },
    },
  }),
});
