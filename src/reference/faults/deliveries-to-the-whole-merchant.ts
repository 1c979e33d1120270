import { defineFault } from "../fault.ts";

/** Milliseconds between the making of two applications that are taken for one. */
const near = 1000;

export const fault = defineFault({
  title: "Tells the webhooks of all applications that the merchant made in the same second",
  breaks: "webhook-delivery/delivers-to-its-application",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        const { merchantId, createdAt } = parts.applications.find(applicationId) ?? {};
        for (const { id, ...other } of parts.applications.all())
          if (other.merchantId === merchantId && Math.abs(other.createdAt - (createdAt ?? 0)) <= near)
            parts.events.publish(id, event);
      },
    },
  }),
});
