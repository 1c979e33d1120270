import { changeErrors, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Runs in development mode: errors come with their stack",
  breaks: "error-envelope/leaks-nothing",
  wrap: (parts) => changeErrors(parts, (body) => ({ ...body, stack: new Error("Refused").stack })),
});
