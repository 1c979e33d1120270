import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a login with `access_token` instead of `accessToken`",
  breaks: "authentication/issues-token",
  wrap: (parts) =>
    changeBody(parts, "login", ({ accessToken, ...rest }) => ({ access_token: accessToken, ...rest })),
});
