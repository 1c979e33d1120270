import { changeErrors, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Stops at the first failing field",
  breaks: "error-envelope/validation-names-fields",
  wrap: (parts) =>
    changeErrors(parts, (body) => ({ ...body, message: [body.message].flat()[0] ?? "Bad Request" })),
});
