import type { Use } from "./parts.ts";

/** Names that may exist only once. */
export interface Names {
  isApplicationTaken(merchantId: string, name: string): boolean;
  isProviderTaken(applicationId: string, name: string): boolean;
}

export const createNames = (use: Use): Names => ({
  isApplicationTaken: (merchantId, name) =>
    use()
      .applications.of(merchantId)
      .some((application) => application.name === name),
  isProviderTaken: (applicationId, name) =>
    use()
      .providers.of(applicationId)
      .some((provider) => provider.name === name),
});
