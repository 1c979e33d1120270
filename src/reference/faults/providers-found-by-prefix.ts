import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Finds a provider by the beginning of its name",
  breaks: "providers/unknown-provider",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      provider: (call) => {
        const asked = call.params["providerName"] ?? "";
        const found = parts.providers
          .of(parts.access.application(call).id)
          .find(({ name }) => name.startsWith(asked));
        return found ?? parts.access.provider(call);
      },
    },
  }),
});
