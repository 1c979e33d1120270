import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Asks whoever signs up to be logged in",
  breaks: "onboarding/signs-up",
  wrap: (parts) => ({
    ...parts,
    routes: { ...parts.routes, signUp: { ...parts.routes.signUp, credential: "merchant" } },
  }),
});
