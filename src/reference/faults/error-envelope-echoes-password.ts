import { changeErrors, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Shows with a failed login what was sent",
  breaks: "error-envelope/leaks-nothing",
  wrap: (parts) =>
    changeErrors(parts, (body, { target, rawBody }) =>
      body.statusCode === 401 && target.endsWith("/auth/login")
        ? { ...body, received: rawBody?.toString("utf8") }
        : body,
    ),
});
