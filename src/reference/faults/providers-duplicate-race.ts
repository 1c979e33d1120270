import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Looks for an earlier link and writes the new one in two steps",
  breaks: "providers/duplicate-link-race",
  wrap: (parts) => ({
    ...parts,
    names: {
      ...parts.names,
      isProviderTaken: (applicationId, name) =>
        parts.providers
          .of(applicationId)
          .some((provider) => provider.name === name && provider.createdAt < parts.clock.now() - 25),
    },
  }),
});
