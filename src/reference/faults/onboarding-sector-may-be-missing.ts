import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Takes an organization without a sector",
  breaks: "onboarding/missing-organization-field",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { organization, ...rest } = Object(call.body) as { readonly organization?: object };
      if (organization === undefined) return next(call);
      return next({ ...call, body: { ...rest, organization: { sector: "Unknown", ...organization } } });
    }),
});
