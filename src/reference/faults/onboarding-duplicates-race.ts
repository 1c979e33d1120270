import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Stores a merchant some time after it looked for duplicates",
  breaks: "onboarding/duplicate-race",
  wrap: (parts) => {
    let seeded = 0;
    return {
      ...parts,
      merchants: {
        ...parts.merchants,
        add: (merchant) => {
          if (seeded < 2) parts.merchants.add(merchant);
          else setTimeout(() => parts.merchants.add(merchant), 50);
          seeded += 1;
        },
      },
    };
  },
});
