import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a sign-up with the credentials of the new administrator in a header",
  breaks: "onboarding/echo-without-password",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const answer = await next(call);
      const { admin } = parts.validate.signUp(call.body);
      const credentials = Buffer.from(`${admin.email}:${admin.password}`).toString("base64");
      return {
        ...answer,
        headers: {
          ...answer.headers,
          "x-setup": Buffer.from(admin.password).toString("base64"),
          "x-login": credentials,
        },
      };
    }),
});
