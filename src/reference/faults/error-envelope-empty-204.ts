import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a revocation with an empty 204",
  breaks: "error-envelope/success-is-json",
  wrap: (parts) =>
    replaceOperation(parts, "revokeApiKey", async (call, next) => {
      await next(call);
      return { status: 204, text: "" };
    }),
});
