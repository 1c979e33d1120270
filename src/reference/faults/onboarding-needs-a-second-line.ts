import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Requires the second line of the address",
  breaks: "onboarding/signs-up",
  wrap: (parts) =>
    replaceOperation(parts, "signUp", async (call, next) => {
      const { organization } = Object(call.body) as { readonly organization?: unknown };
      const { registeredAddress } = Object(organization) as { readonly registeredAddress?: unknown };
      if (!Object.hasOwn(Object(registeredAddress), "line2"))
        throw new Refusal(400, ["organization.registeredAddress.line2 is required"]);
      return next(call);
    }),
});
