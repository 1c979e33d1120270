import { defineFault } from "../fault.ts";

// A column of three-byte characters.
export const fault = defineFault({
  title: "Stores a question mark for every character of four bytes",
  breaks: "applications/keeps-text",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createApplication: (body) => {
        const order = parts.validate.createApplication(body);
        return { ...order, name: order.name.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, "?") };
      },
    },
  }),
});
