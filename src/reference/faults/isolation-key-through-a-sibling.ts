import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Revokes a key through any application of its merchant",
  breaks: "isolation/ids-belong-to-their-application",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      apiKey: (call) => {
        const { merchantId } = parts.access.application(call);
        const all = parts.applications.of(merchantId).flatMap(({ id }) => parts.keyRing.of(id));
        return all.find(({ id }) => id === call.params["keyId"]) ?? parts.access.apiKey(call);
      },
    },
  }),
});
