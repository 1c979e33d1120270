import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a total that is a number in a text",
  breaks: "sessions/validates-field-types",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createSession: (body) => {
        const { amount, ...order } = { ...Object(body) } as { amount?: unknown };
        const { total, ...others } = { ...Object(amount) } as { total?: unknown };
        const number = typeof total === "string" ? Number(total) : total;
        return parts.validate.createSession({ ...order, amount: { ...others, total: number } });
      },
    },
  }),
});
