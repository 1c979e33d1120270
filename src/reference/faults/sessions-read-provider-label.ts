import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Reads the name of the provider as people write it",
  breaks: "sessions/reads-back",
  wrap: (parts) =>
    changeBody(parts, "readSession", (session) => ({
      ...session,
      providerName: String(session["providerName"]).replace(/^./, (letter) => letter.toUpperCase()),
    })),
});
