import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Issues new merchants tokens that management operations refuse",
  breaks: "onboarding/then-logs-in",
  wrap: (parts) => {
    const known: string[] = [];
    return {
      ...parts,
      merchants: {
        ...parts.merchants,
        add: (merchant) => {
          known.push(merchant.id);
          parts.merchants.add(merchant);
        },
      },
      tokens: {
        ...parts.tokens,
        issue: (merchantId) => {
          // The first two were there from the start.
          const isNew = known.indexOf(merchantId) >= 2;
          return parts.tokens.issue(isNew ? parts.secrets.id() : merchantId);
        },
      },
    };
  },
});
