import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Rounds a product that falls short of a cent down",
  breaks: "sessions/keeps-cents",
  wrap: (parts) => ({
    ...parts,
    money: {
      ...parts.money,
      toMinor: (amount) => (parts.money.toMinor(amount) === undefined ? undefined : Math.floor(amount * 100)),
    },
  }),
});
