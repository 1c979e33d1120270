import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers the checkout as a path without a host",
  breaks: "sessions/creates",
  wrap: (parts) =>
    changeBody(parts, "createSession", (session) => ({
      ...session,
      checkoutUrl: new URL(String(session["checkoutUrl"])).pathname,
    })),
});
