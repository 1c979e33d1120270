import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

// UPDATE … WHERE id = ?, and nobody looks at how many rows that was.
export const fault = defineFault({
  title: "Answers that the status of an application was set that does not exist",
  breaks: "applications/unknown-id",
  wrap: (parts) =>
    replaceOperation(parts, "setApplicationStatus", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        if (error instanceof Refusal && error.status === 404) return { status: 200, body: {} };
        throw error;
      }
    }),
});
