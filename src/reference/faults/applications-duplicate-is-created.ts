import { defineFault, replaceOperation } from "../fault.ts";

// The row is written before the unique name is looked at, and nothing takes it back.
export const fault = defineFault({
  title: "Creates the application whose name it refuses",
  breaks: "applications/duplicate-creates-nothing",
  wrap: (parts) =>
    replaceOperation(parts, "createApplication", async (call, next) => {
      try {
        return await next(call);
      } catch (error) {
        const merchantId = parts.access.merchantId(call);
        const name = (Object(call.body) as { name?: unknown }).name;
        const first = parts.applications.of(merchantId).find((one) => one.name === name);
        if (first !== undefined) parts.applications.add({ ...first, id: parts.secrets.id() });
        throw error;
      }
    }),
});
