import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Keeps amounts in single precision, which loses cents of large ones",
  breaks: "sessions/keeps-cents",
  wrap: (parts) => ({
    ...parts,
    money: { ...parts.money, toMajor: (minor) => Math.round(Math.fround(minor / 100) * 100) / 100 },
  }),
});
