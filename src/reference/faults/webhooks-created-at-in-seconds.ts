import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a new webhook with its time of creation in seconds since 1970",
  breaks: "webhooks/answers-match-schema",
  wrap: (parts) =>
    changeBody(parts, "createWebhook", (body) => ({
      ...body,
      createdAt: Math.floor(parts.clock.now() / 1000),
    })),
});
