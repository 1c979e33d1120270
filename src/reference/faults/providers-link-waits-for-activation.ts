import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a new link as inactive",
  breaks: "providers/is-active-once-linked",
  wrap: (parts) => changeBody(parts, "linkProvider", (body) => ({ ...body, isActive: false })),
});
