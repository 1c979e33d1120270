import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks at the status of an application's first webhook only",
  breaks: "webhook-delivery/inactive-gets-nothing",
  wrap: (parts) => ({
    ...parts,
    events: {
      ...parts.events,
      publish: (applicationId, event) => {
        for (const webhook of parts.webhooks.of(applicationId))
          if (
            parts.webhooks.of(applicationId)[0]?.isActive === true &&
            webhook.subscribedEvents.includes(event.type)
          )
            parts.sender.deliver({ ...webhook, isActive: true }, event);
      },
    },
  }),
});
