import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Tells the webhooks of all applications of a merchant",
  breaks: "webhook-delivery/delivers-to-its-application",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        const owner = parts.applications.find(applicationId)?.merchantId;
        const own = [...parts.applications.all()].filter(({ merchantId }) => merchantId === owner);
        for (const { id } of own) parts.events.publish(id, event);
      },
    },
  }),
});
