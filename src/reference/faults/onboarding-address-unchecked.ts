import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Takes an organization without an address",
  breaks: "onboarding/missing-organization-field",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { organization, ...rest } = Object(call.body) as { readonly organization?: object };
      if (organization === undefined || Object.hasOwn(Object(organization), "registeredAddress"))
        return next(call);
      const registeredAddress = { line1: "-", city: "-", state: "-", postalCode: "-", country: "-" };
      return next({ ...call, body: { ...rest, organization: { ...organization, registeredAddress } } });
    }),
});
