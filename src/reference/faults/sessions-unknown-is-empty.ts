import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Answers an empty object for a session that does not exist",
  breaks: "sessions/unknown-id",
  wrap: (parts) =>
    replaceOperation(parts, "readSession", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        if (error instanceof Refusal && error.status === 404) return { status: 200, body: {} };
        throw error;
      }
    }),
});
