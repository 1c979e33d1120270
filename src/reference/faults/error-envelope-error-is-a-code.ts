import { changeErrors, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Puts a code of its own into error",
  breaks: "error-envelope/error-is-the-reason-phrase",
  wrap: (parts) =>
    changeErrors(parts, (body) => (body.statusCode === 404 ? { ...body, error: "RESOURCE_MISSING" } : body)),
});
