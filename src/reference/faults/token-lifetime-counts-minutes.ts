import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells the life of a token in minutes",
  breaks: "token-lifetime/lasts-one-hour",
  wrap: (parts) => changeBody(parts, "login", (body) => ({ ...body, expiresIn: 60 })),
});
