import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a sign-up with the administrator alone",
  breaks: "onboarding/answers-match-schema",
  wrap: (parts) =>
    changeBody(parts, "signUp", (body) => ({
      ...body,
      organization: { legalBusinessName: body["organization"] },
    })),
});
