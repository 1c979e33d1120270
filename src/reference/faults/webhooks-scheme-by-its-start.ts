import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes an address whose scheme starts like https",
  breaks: "webhooks/https-only",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createWebhook: (body) => {
        const url: unknown = Object(body)["url"];
        if (typeof url !== "string" || !/^https\w+:/.test(url)) return parts.validate.createWebhook(body);
        return {
          ...parts.validate.createWebhook({ ...Object(body), url: "https://receiver.example/" }),
          url,
        };
      },
    },
  }),
});
