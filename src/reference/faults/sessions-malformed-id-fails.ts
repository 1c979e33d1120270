import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Fails on a session id that is no UUID",
  breaks: "sessions/malformed-id",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      id: (text, name) => {
        if (name === "sessionId" && !/^[0-9a-f-]{36}$/i.test(text ?? ""))
          throw new TypeError("invalid input syntax for type uuid");
        return parts.validate.id(text, name);
      },
    },
  }),
});
