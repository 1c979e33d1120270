import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets new merchants act for the merchant that was there first",
  breaks: "onboarding/newcomer-is-a-stranger",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      merchantId: (call) => {
        const own = parts.access.merchantId(call);
        const [first, second] = [...parts.merchants.all()];
        return own === second?.id ? own : (first?.id ?? own);
      },
    },
  }),
});
