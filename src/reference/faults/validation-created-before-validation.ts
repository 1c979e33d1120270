import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Creates an application whose description it then refuses",
  breaks: "validation/invalid-is-refused",
  wrap: (parts) =>
    replaceOperation(parts, "createApplication", async (call, next) => {
      const { name, description } = Object(call.body);
      if (typeof description === "string" && parts.measure(description) > parts.limits.applicationDescription)
        await next({ ...call, body: { name } });
      return next(call);
    }),
});
