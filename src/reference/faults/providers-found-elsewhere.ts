import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Finds a provider on any application when payment methods are set",
  breaks: "providers/unknown-provider",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      provider: (call) => {
        parts.access.application(call);
        const named = [...parts.providers.all()].filter(({ name }) => name === call.params["providerName"]);
        const own = named.find(({ applicationId }) => applicationId === call.params["applicationId"]);
        return call.operation === "setPaymentMethods" && own === undefined && named[0] !== undefined
          ? named[0]
          : parts.access.provider(call);
      },
    },
  }),
});
