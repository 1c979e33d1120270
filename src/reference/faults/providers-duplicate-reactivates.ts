import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Activates a provider that is linked already, before refusing to link it",
  breaks: "providers/duplicate-link",
  wrap: (parts) =>
    replaceOperation(parts, "linkProvider", async (call, next) => {
      const { name } = parts.validate.linkProvider(call.body);
      const known = parts.providers
        .of(parts.access.application(call).id)
        .find((provider) => provider.name === name);
      if (known !== undefined) known.isActive = true;
      return next(call);
    }),
});
