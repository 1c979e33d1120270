import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a link with the whole body it was made of",
  breaks: "providers/never-returns-credential",
  wrap: (parts) => changeBody(parts, "linkProvider", (body, call) => ({ ...Object(call.body), ...body })),
});
