import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Lets a second link of a provider replace the first",
  breaks: "providers/duplicate-link",
  wrap: (parts) =>
    replaceOperation(parts, "linkProvider", async (call, next) => {
      const { name } = parts.validate.linkProvider(call.body);
      const known = parts.providers
        .of(parts.access.application(call).id)
        .find((provider) => provider.name === name);
      if (known !== undefined) parts.providers.remove(known.id);
      return next(call);
    }),
});
