import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers 400 for a session that does not exist",
  breaks: "sessions/unknown-id",
  wrap: (parts) =>
    replaceOperation(parts, "readSession", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        if (error instanceof Refusal && error.status === 404) throw new Refusal(400, "No such session");
        throw error;
      }
    }),
});
