import { changeErrors, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Has nothing to say about a conflict",
  breaks: "error-envelope/message-is-text",
  wrap: (parts) => changeErrors(parts, (body) => (body.statusCode === 409 ? { ...body, message: [] } : body)),
});
