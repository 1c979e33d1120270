import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Crashes on a refund of more cents than a double counts",
  breaks: "validation/never-5xx",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createRefund: (body) => {
        const { amount } = Object(body);
        if (typeof amount === "number" && amount > Number.MAX_SAFE_INTEGER)
          throw new RangeError("The number can not be converted to cents");
        return parts.validate.createRefund(body);
      },
    },
  }),
});
