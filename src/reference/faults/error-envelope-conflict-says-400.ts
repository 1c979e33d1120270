import { changeErrors, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Says 400 in the body of a 409",
  breaks: "error-envelope/status-code-agrees",
  wrap: (parts) =>
    changeErrors(parts, (body) => (body.statusCode === 409 ? { ...body, statusCode: 400 } : body)),
});
