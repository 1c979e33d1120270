import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Routes to the providers of all applications of the merchant",
  breaks: "isolation/another-applications-providers",
  wrap: (parts) => ({
    ...parts,
    router: {
      ...parts.router,
      candidates: (applicationId, order) => {
        const own = parts.router.candidates(applicationId, order);
        if (own.length === 0) return own;
        const merchantId = parts.applications.find(applicationId)?.merchantId ?? "";
        return parts.applications.of(merchantId).flatMap(({ id }) => parts.router.candidates(id, order));
      },
    },
  }),
});
