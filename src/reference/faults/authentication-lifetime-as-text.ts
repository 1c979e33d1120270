import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a login with its lifetime as text",
  breaks: "authentication/issues-token",
  wrap: (parts) => changeBody(parts, "login", (body) => ({ ...body, expiresIn: String(body["expiresIn"]) })),
});
