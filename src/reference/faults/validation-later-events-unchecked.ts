import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks at the first of the events that a webhook subscribes to",
  breaks: "validation/invalid-is-refused",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createWebhook: (body) => {
        const order = Object(body);
        const [first, ...others] = Array.isArray(order.subscribedEvents) ? order.subscribedEvents : [];
        const known = others.filter((name: string) => parts.events.names.includes(name));
        if (known.length === others.length) return parts.validate.createWebhook(body);
        return parts.validate.createWebhook({ ...order, subscribedEvents: [first, ...known] });
      },
    },
  }),
});
