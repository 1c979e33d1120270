import { changeErrors, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives the messages of failing fields as an object",
  breaks: "error-envelope/message-is-text",
  wrap: (parts) =>
    changeErrors(parts, (body) =>
      typeof body.message === "string" ? body : { ...body, message: { ...body.message } },
    ),
});
