import { changeErrors, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives statusCode as a string",
  breaks: "error-envelope/status-code-agrees",
  wrap: (parts) => changeErrors(parts, (body) => ({ ...body, statusCode: String(body.statusCode) })),
});
