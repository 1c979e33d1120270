import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Sends shoppers to any address",
  breaks: "sessions/refuses-foreign-redirects",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createSession: (body) => {
        const redirectUrls = { success: "https://shop.example", failure: "https://shop.example" };
        const order = parts.validate.createSession({ ...Object(body), redirectUrls });
        return { ...order, redirectUrls: { ...redirectUrls, ...Object(Object(body).redirectUrls) } };
      },
    },
  }),
});
