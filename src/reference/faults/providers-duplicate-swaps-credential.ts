import { defineFault, replaceOperation } from "../fault.ts";

export const fault = defineFault({
  title: "Takes the credential of a link over before refusing it",
  breaks: "providers/duplicate-link",
  wrap: (parts) =>
    replaceOperation(parts, "linkProvider", async (call, next) => {
      const { name, credentials } = parts.validate.linkProvider(call.body);
      const known = parts.providers
        .of(parts.access.application(call).id)
        .find((provider) => provider.name === name);
      if (known !== undefined) known.apiKey = credentials.apiKey;
      return next(call);
    }),
});
