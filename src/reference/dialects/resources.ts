import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import { Refusal } from "../refusal.ts";

/** Applications and providers. */
export const resources: Readonly<Record<string, Dialect>> = {
  "names-regardless-of-case": defineDialect({
    title: "Takes names that differ in case only for the same",
    wrap: (parts) => ({
      ...parts,
      names: {
        ...parts.names,
        isApplicationTaken: (merchantId, name) =>
          parts.applications.of(merchantId).some((application) => isAlike(application.name, name)),
        isProviderTaken: (applicationId, name) =>
          parts.providers.of(applicationId).some((provider) => isAlike(provider.name, name)),
      },
    }),
  }),

  "no-description-no-member": defineDialect({
    title: "Leaves out a description that was not given",
    wrap: (parts) => ({
      ...parts,
      views: {
        ...parts.views,
        application: (application) => {
          const { description, ...view } = parts.views.application(application);
          return description === null ? view : { ...view, description };
        },
      },
    }),
  }),

  "known-providers-only": defineDialect({
    title: "Links no providers but Stripe and Adyen",
    wrap: (parts) => ({
      ...parts,
      validate: {
        ...parts.validate,
        linkProvider: (body) => {
          const order = parts.validate.linkProvider(body);
          if (!["stripe", "adyen"].includes(order.name))
            throw new Refusal(400, ["name must be a known provider"]);
          return order;
        },
      },
    }),
  }),

  "payment-methods-in-order": defineDialect({
    title: "Shows the payment methods of a provider in alphabetical order",
    wrap: (parts) => ({
      ...parts,
      views: {
        ...parts.views,
        provider: (provider) => ({
          ...parts.views.provider(provider),
          paymentMethods: [...new Set(provider.paymentMethods)].toSorted(),
        }),
      },
    }),
  }),

  "payment-methods-at-least-one": defineDialect({
    title: "Refuses an empty list of payment methods",
    wrap: (parts) => ({
      ...parts,
      validate: {
        ...parts.validate,
        linkProvider: (body) => atLeastOne(parts.validate.linkProvider(body)),
        setPaymentMethods: (body) => atLeastOne(parts.validate.setPaymentMethods(body)),
      },
    }),
  }),

  "worst-score-wins": defineDialect({
    title: "Scores providers from 0 to 100, and takes the lowest",
    wrap: (parts) => ({
      ...parts,
      router: {
        ...parts.router,
        score: (provider, order) => 100 - 100 * parts.router.score(provider, order),
      },
    }),
  }),

  "none-eligible-is-409": defineDialect({
    title: "Answers 409 when no provider is eligible",
    wrap: (parts) => ({
      ...parts,
      router: {
        ...parts.router,
        choose: (applicationId, order) => {
          if (parts.router.candidates(applicationId, order).length === 0)
            throw new Refusal(409, "There is no provider for that");
          return parts.router.choose(applicationId, order);
        },
      },
    }),
  }),
};

const isAlike = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

const atLeastOne = <Order extends { readonly paymentMethods: readonly string[] }>(order: Order): Order => {
  if (order.paymentMethods.length === 0)
    throw new Refusal(400, ["paymentMethods must have at least one item"]);
  return order;
};
