import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts cents in whole numbers of 32 bits",
  breaks: "sessions/keeps-cents",
  wrap: (parts) => ({
    ...parts,
    money: {
      ...parts.money,
      toMinor: (amount) => {
        const cents = parts.money.toMinor(amount);
        return cents === undefined ? undefined : cents | 0;
      },
    },
  }),
});
