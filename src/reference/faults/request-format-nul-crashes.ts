import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Stores an application's description in a database that takes no NUL",
  breaks: "request-format/survives-hostile-json",
  wrap: (parts) =>
    replaceOperation(parts, "createApplication", async (call, next) => {
      const { description } = Object(call.body) as { description?: unknown };
      if (typeof description === "string" && description.includes("\0"))
        throw new Error("invalid byte sequence for encoding");
      return next(call);
    }),
});
