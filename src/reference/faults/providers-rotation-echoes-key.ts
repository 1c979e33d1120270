import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a rotation with the new credential",
  breaks: "providers/never-returns-credential",
  wrap: (parts) =>
    changeBody(parts, "rotateProviderKey", (body, call) => ({ ...body, ...Object(call.body) })),
});
