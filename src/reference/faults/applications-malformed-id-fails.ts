import { defineFault } from "../fault.ts";

// The database driver throws on a text that is no UUID.
export const fault = defineFault({
  title: "Fails on an application id that is no UUID",
  breaks: "applications/malformed-id",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      id: (text, name) => {
        if (name === "applicationId" && !/^[0-9a-f-]{36}$/i.test(text ?? ""))
          throw new TypeError("invalid input syntax for type uuid");
        return parts.validate.id(text, name);
      },
    },
  }),
});
