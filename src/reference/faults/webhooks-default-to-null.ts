import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers the default events as null",
  breaks: "webhooks/default-events",
  wrap: (parts) =>
    changeBody(parts, "createWebhook", (body, { body: asked }) => ({
      ...body,
      subscribedEvents: Object(asked)["subscribedEvents"] ?? null,
    })),
});
