import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists active webhooks only",
  breaks: "webhooks/lists",
  wrap: (parts) => ({
    ...parts,
    webhooks: {
      ...parts.webhooks,
      of: (owner) => parts.webhooks.of(owner).filter(({ isActive }) => isActive),
    },
  }),
});
