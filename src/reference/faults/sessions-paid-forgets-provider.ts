import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not say who took the payment once a session was paid",
  breaks: "sessions/completes",
  wrap: (parts) =>
    changeBody(parts, "readSession", (session) => ({
      ...session,
      providerName: session["status"] === "SUCCEEDED" ? null : session["providerName"],
    })),
});
