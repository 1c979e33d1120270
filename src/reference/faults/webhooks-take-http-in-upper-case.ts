import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Refuses http in lower case only",
  breaks: "webhooks/https-only",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createWebhook: (body) => {
        const url: unknown = Object(body)["url"];
        if (typeof url !== "string" || !url.startsWith("HTTP://")) return parts.validate.createWebhook(body);
        return {
          ...parts.validate.createWebhook({ ...Object(body), url: "https://receiver.example/" }),
          url,
        };
      },
    },
  }),
});
