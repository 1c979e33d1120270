import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Forbids scripts as addresses, but only as they are usually written",
  breaks: "sessions/refuses-foreign-redirects",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createSession: (body) => {
        const order = { ...Object(body) } as { redirectUrls?: unknown };
        const urls = Object.values(Object(order.redirectUrls) as object);
        const isForbidden = urls.some(
          (url) => typeof url !== "string" || /^(javascript|data|file|vbscript):/.test(url),
        );
        const safe = { success: "https://shop.example", failure: "https://shop.example" };
        return parts.validate.createSession(isForbidden ? body : { ...order, redirectUrls: safe });
      },
    },
  }),
});
