import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Loads a key a second time in the middle of a request, and expects it to be there still",
  breaks: "api-keys/revokes-under-load",
  wrap: (parts) => ({
    ...parts,
    authenticator: {
      ...parts.authenticator,
      application: async (call) => {
        const principal = await parts.authenticator.application(call);
        await new Promise((resolve) => setTimeout(resolve, 3));
        const again = parts.keyRing.find(parts.authenticator.bearer(call.headers) ?? "");
        if (again === undefined) throw new TypeError("Cannot read properties of undefined (reading 'id')");
        return principal;
      },
    },
  }),
});
