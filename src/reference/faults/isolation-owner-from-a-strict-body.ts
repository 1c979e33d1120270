import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title:
    "Creates a webhook for the application that its body names, and refuses members that it does not know",
  breaks: "isolation/owner-in-the-body",
  wrap: (parts) =>
    replaceOperation(parts, "createWebhook", async (call, next) => {
      const { applicationId, ...body } = { ...Object(call.body) } as Readonly<Record<string, unknown>>;
      const unknown = Object.keys(body).find((name) => !["url", "subscribedEvents"].includes(name));
      if (unknown !== undefined) throw new Refusal(400, `property ${unknown} should not exist`);
      const named = parts.applications.find(String(applicationId ?? ""));
      return named === undefined
        ? next(call)
        : next({ ...call, params: { ...call.params, applicationId: named.id } });
    }),
});
